// All authors that a filter lets through.
//
// to: author
// filters: authorsFilter on author
// order: author.key ASC
MATCH (author:Author)
WHERE $authorsFilter
WITH author
