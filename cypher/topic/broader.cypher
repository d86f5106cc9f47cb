// The next broader topic.
//
// from: topic
// to: broader
// order: broader.key ASC
MATCH (topic)-[:BROADER]->(broader:Topic)
WITH broader
