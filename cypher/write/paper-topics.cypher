// Topics of papers, the innermost heading alone.
//
// $rows    paperKey, topicKey, path; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (paper:Paper {key: row.paperKey})
MATCH (topic:Topic {key: row.topicKey})
CREATE (paper)-[has:HAS_TOPIC]->(topic)
SET has.path = row.path
