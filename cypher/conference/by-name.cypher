// The conferences that have a name or an alias.
//
// to: conference
// order: conference.key ASC
// $identifierKey    `conference:` and the folded name
MATCH (identifier:Identifier {key: $identifierKey})-[:IDENTIFIES]->(conference:Conference)
WITH DISTINCT conference
