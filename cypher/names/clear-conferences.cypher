// Removes what conferences stand under, to write it again.
//
// $keys    conference keys
UNWIND $keys AS key
MATCH (conference:Conference {key: key})-[above:PART_OF]->()
DELETE above
