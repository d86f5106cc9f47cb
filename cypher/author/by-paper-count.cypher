// All authors that a filter lets through, those with most papers first.
// paperCount: papers by the author.
//
// to: author
// extra: paperCount
// filters: authorsFilter on author
// order: paperCount DESC, author.key ASC
MATCH (author:Author)
WHERE $authorsFilter
WITH author, COUNT { (author)-[:AUTHORED]->() } AS paperCount
