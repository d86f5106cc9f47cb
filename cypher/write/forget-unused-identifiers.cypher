// Removes identifiers that mean nothing and that nothing refers to any more.
//
// $keys    identifier keys
UNWIND $keys AS key
MATCH (identifier:Identifier {key: key})
WHERE COUNT { (identifier)-[:IDENTIFIES]->() } = 0
  AND COUNT { (identifier)<-[:REFERS_TO]-() } = 0
DETACH DELETE identifier
