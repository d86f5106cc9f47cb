// Pairs of authors with shared papers. A pair appears once, its authors in the order of keys. Weights are rounded to nine places, so that the order of adding does not show.
//
// extra: sharedPaperCount, weight, firstYear, lastYear
// carries: first, second, papers
// filters: papersFilter on paper
// order: sharedPaperCount DESC, first.key ASC, second.key ASC
// $counting             0: 1 for each pair on a paper; 1: 1/(n-1) for a paper with n authors; 2: 2/(n(n-1))
MATCH (paper:Paper)
WHERE $papersFilter
MATCH (paper)<-[:AUTHORED]-(author:Author)
WITH paper, collect(author) AS authors
WHERE size(authors) > 1
WITH paper, authors, size(authors) AS authorCount
WITH paper, authors, CASE $counting WHEN 1 THEN 1.0 / (authorCount - 1) WHEN 2 THEN 2.0 / (authorCount * (authorCount - 1)) ELSE 1.0 END AS share
UNWIND authors AS first
UNWIND authors AS second
WITH paper, share, first, second
WHERE first.key < second.key
WITH first, second, count(paper) AS sharedPaperCount, toInteger(sum(share) * 1000000000 + 0.5) / 1000000000.0 AS weight, min(paper.year) AS firstYear, max(paper.year) AS lastYear, collect(paper) AS papers
