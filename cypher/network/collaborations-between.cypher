// Pairs of institutions with shared papers, one in each of two sets. A pair appears once, its institutions in the order of keys. Whether an institution is in a set is asked once, not for each of its papers. Weights count all institutions of a paper, and are rounded to nine places.
//
// extra: sharedPaperCount, weight, firstYear, lastYear
// carries: first, second, papers
// filters: papersFilter on paper, oneFilter on institution, otherFilter on institution
// order: sharedPaperCount DESC, first.key ASC, second.key ASC
// $counting             0: 1 for each pair on a paper; 1: 1/(n-1) for a paper with n institutions; 2: 2/(n(n-1))
MATCH (paper:Paper)
WHERE $papersFilter
MATCH (paper)-[:AFFILIATED_WITH]->(institution:Institution)
WITH institution, collect(paper) AS named
WITH institution, named, CASE WHEN $oneFilter THEN institution END AS one, CASE WHEN $otherFilter THEN institution END AS other
UNWIND named AS together
WITH together, institution, one, other
WITH together, count(institution) AS institutionCount, collect(one) AS ones, collect(other) AS others
WHERE institutionCount > 1
WITH together, ones, others, CASE $counting WHEN 1 THEN 1.0 / (institutionCount - 1) WHEN 2 THEN 2.0 / (institutionCount * (institutionCount - 1)) ELSE 1.0 END AS share
UNWIND ones AS left
UNWIND others AS right
WITH together, share, left, right
WHERE left.key <> right.key
WITH DISTINCT together, share, CASE WHEN left.key < right.key THEN left ELSE right END AS first, CASE WHEN left.key < right.key THEN right ELSE left END AS second
WITH first, second, count(together) AS sharedPaperCount, toInteger(sum(share) * 1000000000 + 0.5) / 1000000000.0 AS weight, min(together.year) AS firstYear, max(together.year) AS lastYear, collect(together) AS papers
