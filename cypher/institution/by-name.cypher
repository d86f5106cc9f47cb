// The institutions that have a name or an alias.
//
// to: institution
// order: institution.key ASC
// $identifierKey    `institution:` and the folded name
MATCH (identifier:Identifier {key: $identifierKey})-[:IDENTIFIES]->(institution:Institution)
WITH DISTINCT institution
