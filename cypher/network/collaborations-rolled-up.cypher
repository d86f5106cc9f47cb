// Pairs of institutions with shared papers, units counted under their parents. A pair appears once, its institutions in the order of keys. Weights are rounded to nine places, so that the order of adding does not show. A key is read once for each paper, not for each pair.
//
// extra: sharedPaperCount, weight, firstYear, lastYear
// carries: first, second, papers
// filters: papersFilter on paper
// order: sharedPaperCount DESC, first.key ASC, second.key ASC
// $counting             0: 1 for each pair on a paper; 1: 1/(n-1) for a paper with n institutions; 2: 2/(n(n-1))
MATCH (paper:Paper)
WHERE $papersFilter
MATCH (paper)-[:AFFILIATED_WITH]->(unit:Institution)-[:COUNTS_UNDER]->(institution:Institution)
WITH DISTINCT paper, institution
WITH paper, collect([institution.key, institution]) AS institutions, count(institution) AS institutionCount
WHERE size(institutions) > 1
UNWIND institutions AS one
UNWIND institutions AS other
WITH paper, institutionCount, one, other
WHERE one[0] < other[0]
WITH paper, one[1] AS first, other[1] AS second, CASE $counting WHEN 1 THEN 1.0 / (institutionCount - 1) WHEN 2 THEN 2.0 / (institutionCount * (institutionCount - 1)) ELSE 1.0 END AS share
WITH first, second, count(paper) AS sharedPaperCount, toInteger(sum(share) * 1000000000 + 0.5) / 1000000000.0 AS weight, min(paper.year) AS firstYear, max(paper.year) AS lastYear, collect(paper) AS papers
