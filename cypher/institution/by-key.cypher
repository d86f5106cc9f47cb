// The institution of a key.
//
// to: institution
// order: institution.key ASC
// $key    the key
MATCH (institution:Institution {key: $key})
WITH institution
