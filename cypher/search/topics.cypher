// Topics that a search finds, the best first.
// rank: 4 where one name is what was asked, 3 where one begins with it, 2 where all of it stands in the first, 1 else.
// knownCount: papers listed under it, those of narrower topics left out.
//
// to: topic
// extra: rank, knownCount
// filters: topicsFilter on topic, isNamed on topic, isBegun on topic, isFirst on topic
// order: rank DESC, knownCount DESC, topic.key ASC
MATCH (topic:Topic)
WHERE $topicsFilter
WITH topic, COUNT { (topic)<-[:HAS_TOPIC]-() } AS knownCount,
  CASE WHEN $isNamed THEN 4 WHEN $isBegun THEN 3 WHEN $isFirst THEN 2 ELSE 1 END AS rank
