// What figures over some papers could not see. An aggregate: it ends a statement that yields papers.
//
// from: paper
// extra: paperCount, withInstitutionsCount, incompleteCount
WITH count(DISTINCT paper) AS paperCount,
  sum(CASE WHEN COUNT { (paper)-[:AFFILIATED_WITH]->() } > 0 THEN 1 ELSE 0 END) AS withInstitutionsCount,
  sum(CASE WHEN paper.affiliationsIncomplete THEN 1 ELSE 0 END) AS incompleteCount
