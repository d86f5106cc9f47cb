// Topics of the papers behind a link, most papers first.
//
// from: papers
// to: topic
// extra: paperCount
// order: paperCount DESC, topic.key ASC
UNWIND papers AS paper
MATCH (paper)-[:HAS_TOPIC]->(topic:Topic)
WITH topic, count(paper) AS paperCount
