// Removes editions that nothing refers to any more.
//
// $keys            edition keys that lost a reference
// aboveKeys        what the removed one stood under, which may be unused now
// identifierKeys   its names, which may mean nothing now
UNWIND $keys AS key
MATCH (edition:Edition {key: key})
WHERE COUNT { (edition)<-[:APPEARED_AT]-() } = 0
  AND COUNT { (edition)<-[:OF]-() } = 0
  AND COUNT { (edition)<-[:CO_LOCATED_WITH]-() } = 0
WITH edition, [(edition)-[:EDITION_OF]->(above) | above.key] AS aboveKeys, [] AS identifierKeys
DETACH DELETE edition
RETURN aboveKeys, identifierKeys
