// The author of a key.
//
// to: author
// order: author.key ASC
// $key    the key
MATCH (author:Author {key: $key})
WITH author
