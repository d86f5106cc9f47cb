// The topic of a key.
//
// to: topic
// order: topic.key ASC
// $key    the key
MATCH (topic:Topic {key: $key})
WITH topic
