// Removes the identifiers that mean institutions, to write them again.
//
// $keys    institution keys
UNWIND $keys AS key
MATCH (institution:Institution {key: key})<-[means:IDENTIFIES]-()
DELETE means
