// Topics of which a name begins like the text, or a word in it does, the best known first.
// knownCount: papers listed under it, those of narrower topics left out. place: 0 where a name begins so, 1 where only a word does.
//
// to: topic
// extra: knownCount, place
// filters: topicsFilter on topic, isBegun on topic
// order: knownCount DESC, place ASC, topic.key ASC
MATCH (topic:Topic)
WHERE $topicsFilter
WITH topic, COUNT { (topic)<-[:HAS_TOPIC]-() } AS knownCount, CASE WHEN $isBegun THEN 0 ELSE 1 END AS place
