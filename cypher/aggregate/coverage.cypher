// What figures over some papers could not see. One engine's sum of nothing is null. An aggregate: it ends a statement that yields papers.
//
// from: paper
// extra: paperCount, withInstitutionsCount, incompleteCount
WITH count(DISTINCT paper) AS paperCount,
  coalesce(sum(CASE WHEN COUNT { (paper)-[:AFFILIATED_WITH]->() } > 0 THEN 1 ELSE 0 END), 0) AS withInstitutionsCount,
  coalesce(sum(CASE WHEN paper.affiliationsIncomplete THEN 1 ELSE 0 END), 0) AS incompleteCount
