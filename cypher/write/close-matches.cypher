// Topics of two sources with one name are linked, not merged.
//
// $keys    topic keys
UNWIND $keys AS key
MATCH (topic:Topic {key: key})
MATCH (other:Topic {nameFolded: topic.nameFolded})
WHERE other.sourceKey <> topic.sourceKey
WITH topic, other, CASE WHEN topic.key < other.key THEN topic ELSE other END AS first, CASE WHEN topic.key < other.key THEN other ELSE topic END AS second
MERGE (first)-[:CLOSE_MATCH]->(second)
