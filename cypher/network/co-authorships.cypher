// Pairs of authors with shared papers. A pair appears once, its authors in the order of keys. Weights are rounded to nine places, so that the order of adding does not show. A key is read once for each paper, not for each pair.
//
// extra: sharedPaperCount, weight, firstYear, lastYear
// carries: first, second, papers
// filters: papersFilter on paper
// order: sharedPaperCount DESC, first.key ASC, second.key ASC
// $counting             0: 1 for each pair on a paper; 1: 1/(n-1) for a paper with n authors; 2: 2/(n(n-1))
MATCH (paper:Paper)
WHERE $papersFilter
MATCH (paper)<-[:AUTHORED]-(author:Author)
WITH paper, collect([author.key, author]) AS authors, count(author) AS authorCount
WHERE size(authors) > 1
UNWIND authors AS one
UNWIND authors AS other
WITH paper, authorCount, one, other
WHERE one[0] < other[0]
WITH paper, one[1] AS first, other[1] AS second, CASE $counting WHEN 1 THEN 1.0 / (authorCount - 1) WHEN 2 THEN 2.0 / (authorCount * (authorCount - 1)) ELSE 1.0 END AS share
WITH first, second, count(paper) AS sharedPaperCount, toInteger(sum(share) * 1000000000 + 0.5) / 1000000000.0 AS weight, min(paper.year) AS firstYear, max(paper.year) AS lastYear, collect(paper) AS papers
