// Topics that a paper is listed under, the innermost headings.
//
// from: paper
// to: topic
// order: topic.key ASC
MATCH (paper)-[:HAS_TOPIC]->(topic:Topic)
WITH topic
