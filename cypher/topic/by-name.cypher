// The topics that have a name or an alias.
//
// to: topic
// order: topic.key ASC
// $identifierKey    `topic:` and the folded name
MATCH (identifier:Identifier {key: $identifierKey})-[:IDENTIFIES]->(topic:Topic)
WITH DISTINCT topic
