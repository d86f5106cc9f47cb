// All topics that a filter lets through, those with most papers first.
// paperCount: papers listed under it, those of narrower topics left out.
//
// to: topic
// extra: paperCount
// filters: topicsFilter on topic
// order: paperCount DESC, topic.key ASC
MATCH (topic:Topic)
WHERE $topicsFilter
WITH topic, COUNT { (topic)<-[:HAS_TOPIC]-() } AS paperCount
