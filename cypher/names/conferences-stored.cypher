// Conferences as stored.
//
// $keys             conference keys; unknown ones give no row
// key               the conference
// properties        its properties
// above             what it stands under: the word part, a space, and the key
// identifierKeys    identifiers that mean it
UNWIND $keys AS key
MATCH (conference:Conference {key: key})
RETURN key, properties(conference) AS properties,
  [(conference)-[:PART_OF]->(parent:Conference) | 'part ' + parent.key] AS above,
  [(conference)<-[:IDENTIFIES]-(identifier:Identifier) | identifier.key] AS identifierKeys
ORDER BY key ASC
