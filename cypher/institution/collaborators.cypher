// Institutions that share papers with one. Weights are rounded to nine places, so that the order of adding does not show.
//
// from: institution
// to: collaborator
// extra: sharedPaperCount, weight, firstYear, lastYear
// carries: papers
// filters: papersFilter on paper, collaboratorsFilter on collaborator
// order: sharedPaperCount DESC, collaborator.key ASC
// $counting             0: 1 for each pair on a paper; 1: 1/(n-1) for a paper with n institutions; 2: 2/(n(n-1))
MATCH (institution)<-[:AFFILIATED_WITH]-(paper:Paper)
WHERE $papersFilter
WITH institution, paper, COUNT { (paper)-[:AFFILIATED_WITH]->() } AS institutionCount
WITH institution, paper, CASE $counting WHEN 1 THEN 1.0 / (institutionCount - 1) WHEN 2 THEN 2.0 / (institutionCount * (institutionCount - 1)) ELSE 1.0 END AS share
MATCH (paper)-[:AFFILIATED_WITH]->(collaborator:Institution)
WITH institution, share, paper, collaborator
WHERE collaborator.key <> institution.key
WITH collaborator, count(paper) AS sharedPaperCount, toInteger(sum(share) * 1000000000 + 0.5) / 1000000000.0 AS weight, min(paper.year) AS firstYear, max(paper.year) AS lastYear, collect(paper) AS papers
WHERE $collaboratorsFilter
