// The next broader topic.
//
// $rows    topicKey, broaderKey; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (topic:Topic {key: row.topicKey})
MATCH (broader:Topic {key: row.broaderKey})
MERGE (topic)-[:BROADER]->(broader)
