// Removes what conferences stand under and the identifiers that mean them, to write them again.
//
// $keys    conference keys
UNWIND $keys AS key
MATCH (conference:Conference {key: key})
OPTIONAL MATCH (conference)-[above:PART_OF]->()
OPTIONAL MATCH (conference)<-[means:IDENTIFIES]-()
DELETE above, means
