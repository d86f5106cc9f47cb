// Removes authors of no paper.
//
// $keys            author keys that lost a paper
// aboveKeys        none: nothing stands above an author
// identifierKeys   none
UNWIND $keys AS key
MATCH (author:Author {key: key})
WHERE COUNT { (author)-[:AUTHORED]->() } = 0
DETACH DELETE author
RETURN [] AS aboveKeys, [] AS identifierKeys
