// The headings of topics: of the heading paths in use, the first in alphabetical order, cut at the topic's own depth.
//
// $keys    topic keys; those that a data set describes give no row
// key      the topic
// name     its path, one heading a line
UNWIND $keys AS key
MATCH (topic:Topic {key: key})<-[:BROADER*0..16]-(:Topic)<-[has:HAS_TOPIC]-(:Paper)
WHERE coalesce(topic.isDescribed, false) = false
WITH key, topic, has.path AS path
WITH key, reduce(joined = path[0], place IN range(1, size(topic.path) - 1) | joined + '\n' + path[place]) AS joined
RETURN key, min(joined) AS name
ORDER BY key ASC
