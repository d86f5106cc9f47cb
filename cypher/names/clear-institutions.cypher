// Removes what institutions stand under and the identifiers that mean them, to write them again.
//
// $keys    institution keys
UNWIND $keys AS key
MATCH (institution:Institution {key: key})
OPTIONAL MATCH (institution)-[above:PART_OF|COUNTS_UNDER]->()
OPTIONAL MATCH (institution)<-[means:IDENTIFIES]-()
DELETE above, means
