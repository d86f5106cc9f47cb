// Institutions as stored.
//
// $keys             institution keys; unknown ones give no row
// key               the institution
// properties        its properties
// above             what it stands under: the kind, a space, and the key
// identifierKeys    identifiers that mean it
UNWIND $keys AS key
MATCH (institution:Institution {key: key})
RETURN key, properties(institution) AS properties,
  [(institution)-[part:PART_OF]->(parent:Institution) | part.kind + ' ' + parent.key] + [(institution)-[:COUNTS_UNDER]->(root:Institution) | 'counts ' + root.key] AS above,
  [(institution)<-[:IDENTIFIES]-(identifier:Identifier) | identifier.key] AS identifierKeys
ORDER BY key ASC
