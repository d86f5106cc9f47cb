// The topic that an id of a data set means.
//
// to: topic
// order: topic.key ASC
// $identifierKey    `topic-id:` and the id
MATCH (identifier:Identifier {key: $identifierKey})-[:IDENTIFIES]->(topic:Topic)
WITH DISTINCT topic
