// The institution that an id of a data set means.
//
// to: institution
// order: institution.key ASC
// $identifierKey    `institution-id:` and the id
MATCH (identifier:Identifier {key: $identifierKey})-[:IDENTIFIES]->(institution:Institution)
WITH DISTINCT institution
