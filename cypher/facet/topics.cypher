// Topics that papers are listed under, the innermost heading of each listing. A facet: it says which papers stand in which group.
//
// from: paper
// to: topic
MATCH (paper)-[:HAS_TOPIC]->(topic:Topic)
WITH paper, topic
