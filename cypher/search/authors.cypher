// Authors that a search finds, the best first.
// rank: 4 where one name is what was asked, 3 where one begins with it, 2 where all of it stands in the first, 1 else.
// knownCount: papers by the author.
//
// to: author
// extra: rank, knownCount
// filters: authorsFilter on author, isNamed on author, isBegun on author, isFirst on author
// order: rank DESC, knownCount DESC, author.key ASC
MATCH (author:Author)
WHERE $authorsFilter
WITH author, COUNT { (author)-[:AUTHORED]->() } AS knownCount,
  CASE WHEN $isNamed THEN 4 WHEN $isBegun THEN 3 WHEN $isFirst THEN 2 ELSE 1 END AS rank
