// Removes institutions that nothing refers to any more.
//
// $keys            institution keys that lost a reference
// aboveKeys        what the removed one stood under, which may be unused now
// identifierKeys   its names, which may mean nothing now
UNWIND $keys AS key
MATCH (institution:Institution {key: key})
WHERE COUNT { (institution)<-[:AFFILIATED_WITH]-() } = 0
  AND COUNT { (institution)<-[:PART_OF]-() } = 0
WITH institution, [(institution)-[:PART_OF]->(above) | above.key] AS aboveKeys, [(institution)<-[:IDENTIFIES]-(identifier:Identifier) | identifier.key] AS identifierKeys
DETACH DELETE institution
RETURN aboveKeys, identifierKeys
