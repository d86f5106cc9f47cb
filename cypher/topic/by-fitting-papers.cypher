// All topics that a filter lets through, those with most papers that fit a further filter first.
// paperCount: of papers listed under it, those of narrower topics left out, those that fit.
//
// to: topic
// extra: paperCount
// filters: topicsFilter on topic, papersFilter on paper
// order: paperCount DESC, topic.key ASC
MATCH (topic:Topic)
WHERE $topicsFilter
WITH topic, COUNT { MATCH (topic)<-[:HAS_TOPIC]-(paper:Paper) WHERE $papersFilter } AS paperCount
