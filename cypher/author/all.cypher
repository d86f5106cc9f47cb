// All authors that a filter lets through.
//
// to: author
// filters: authorsFilter on author
// order: author.nameAscending ASC
MATCH (author:Author)
WHERE $authorsFilter
WITH author
