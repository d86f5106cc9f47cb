// Topics of papers, the innermost heading alone.
//
// $rows    paperKey, topics (topicKey, path); those whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (paper:Paper {key: row.paperKey})
UNWIND row.topics AS each
MATCH (topic:Topic {key: each.topicKey})
CREATE (paper)-[:HAS_TOPIC {path: each.path}]->(topic)
