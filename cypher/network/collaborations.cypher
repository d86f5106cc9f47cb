// Pairs of institutions with shared papers. A pair appears once, its institutions in the order of keys. Weights are rounded to nine places, so that the order of adding does not show.
//
// extra: sharedPaperCount, weight, firstYear, lastYear
// carries: first, second, papers
// filters: papersFilter on paper
// order: sharedPaperCount DESC, first.key ASC, second.key ASC
// $counting             0: 1 for each pair on a paper; 1: 1/(n-1) for a paper with n institutions; 2: 2/(n(n-1))
MATCH (paper:Paper)
WHERE $papersFilter
MATCH (paper)-[:AFFILIATED_WITH]->(institution:Institution)
WITH paper, collect(institution) AS institutions
WHERE size(institutions) > 1
WITH paper, institutions, size(institutions) AS institutionCount
WITH paper, institutions, CASE $counting WHEN 1 THEN 1.0 / (institutionCount - 1) WHEN 2 THEN 2.0 / (institutionCount * (institutionCount - 1)) ELSE 1.0 END AS share
UNWIND institutions AS first
UNWIND institutions AS second
WITH paper, share, first, second
WHERE first.key < second.key
WITH first, second, count(paper) AS sharedPaperCount, toInteger(sum(share) * 1000000000 + 0.5) / 1000000000.0 AS weight, min(paper.year) AS firstYear, max(paper.year) AS lastYear, collect(paper) AS papers
