// Removes what institutions stand under, to write it again.
//
// $keys    institution keys
UNWIND $keys AS key
MATCH (institution:Institution {key: key})-[above:PART_OF|COUNTS_UNDER]->()
DELETE above
