// Removes topics that nothing refers to any more.
//
// $keys            topic keys that lost a reference
// aboveKeys        what the removed one stood under, which may be unused now
// identifierKeys   its names, which may mean nothing now
UNWIND $keys AS key
MATCH (topic:Topic {key: key})
WHERE COUNT { (topic)<-[:HAS_TOPIC]-() } = 0
  AND COUNT { (topic)<-[:BROADER]-() } = 0
WITH topic, [(topic)-[:BROADER]->(above) | above.key] AS aboveKeys, [(topic)<-[:IDENTIFIES]-(identifier:Identifier) | identifier.key] AS identifierKeys
DETACH DELETE topic
RETURN aboveKeys, identifierKeys
