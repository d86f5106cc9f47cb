// Removes the names that mean institutions, but not the ids of data sets, to write them again.
//
// $keys    institution keys
UNWIND $keys AS key
MATCH (institution:Institution {key: key})<-[means:IDENTIFIES]-(identifier:Identifier)
WHERE identifier.statedAs IS NULL
DELETE means
