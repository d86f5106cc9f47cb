// All authors that a filter lets through, those with most papers that fit a further filter first.
// paperCount: of papers by the author, those that fit.
//
// to: author
// extra: paperCount
// filters: authorsFilter on author, papersFilter on paper
// order: paperCount DESC, author.key ASC
MATCH (author:Author)
WHERE $authorsFilter
WITH author, COUNT { MATCH (author)-[:AUTHORED]->(paper:Paper) WHERE $papersFilter } AS paperCount
