// Authors that share papers with one.
//
// from: author
// to: coAuthor
// extra: sharedPaperCount, firstYear, lastYear
// carries: papers
// filters: papersFilter on paper
// order: sharedPaperCount DESC, coAuthor.key ASC
MATCH (author)-[:AUTHORED]->(paper:Paper)
WHERE $papersFilter
WITH author, paper
MATCH (paper)<-[:AUTHORED]-(coAuthor:Author)
WITH author, paper, coAuthor
WHERE coAuthor.key <> author.key
WITH coAuthor, count(paper) AS sharedPaperCount, min(paper.year) AS firstYear, max(paper.year) AS lastYear, collect(paper) AS papers
