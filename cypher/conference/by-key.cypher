// The conference of a key.
//
// to: conference
// order: conference.key ASC
// $key    the key
MATCH (conference:Conference {key: $key})
WITH conference
