// Removes conferences that nothing refers to any more.
//
// $keys            conference keys that lost a reference
// aboveKeys        what the removed one stood under, which may be unused now
// identifierKeys   its names, which may mean nothing now
UNWIND $keys AS key
MATCH (conference:Conference {key: key})
WHERE COUNT { (conference)<-[:PUBLISHED_IN]-() } = 0
  AND COUNT { (conference)<-[:PART_OF]-() } = 0
  AND COUNT { (conference)<-[:EDITION_OF]-() } = 0
  AND COUNT { (conference)<-[:OF]-() } = 0
WITH conference, [(conference)-[:PART_OF]->(above) | above.key] AS aboveKeys, [(conference)<-[:IDENTIFIES]-(identifier:Identifier) | identifier.key] AS identifierKeys
DETACH DELETE conference
RETURN aboveKeys, identifierKeys
