// The conference that an id of a data set means.
//
// to: conference
// order: conference.key ASC
// $identifierKey    `conference-id:` and the id
MATCH (identifier:Identifier {key: $identifierKey})-[:IDENTIFIES]->(conference:Conference)
WITH DISTINCT conference
