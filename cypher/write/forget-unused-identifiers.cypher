// Removes identifiers that mean nothing any more.
//
// $keys    identifier keys
UNWIND $keys AS key
MATCH (identifier:Identifier {key: key})
WHERE COUNT { (identifier)-[:IDENTIFIES]->() } = 0
DETACH DELETE identifier
