// Authors of which a name begins like the text, or a word in it does, the best known first.
// knownCount: papers by the author. place: 0 where a name begins so, 1 where only a word does.
//
// to: author
// extra: knownCount, place
// filters: authorsFilter on author, isBegun on author
// order: knownCount DESC, place ASC, author.key ASC
MATCH (author:Author)
WHERE $authorsFilter
WITH author, COUNT { (author)-[:AUTHORED]->() } AS knownCount, CASE WHEN $isBegun THEN 0 ELSE 1 END AS place
