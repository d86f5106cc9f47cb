// All topics that a filter lets through.
//
// to: topic
// filters: topicsFilter on topic
// order: topic.nameAscending ASC
MATCH (topic:Topic)
WHERE $topicsFilter
WITH topic
