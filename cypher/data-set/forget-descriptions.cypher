// Removes descriptions.
//
// $keys    their keys
UNWIND $keys AS key
MATCH (description:Description {key: key})
DETACH DELETE description
