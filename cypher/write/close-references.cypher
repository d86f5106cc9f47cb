// Removes open references whose papers are there now.
//
// $keys    identifier keys
UNWIND $keys AS key
MATCH (identifier:Identifier {key: key})
DETACH DELETE identifier
