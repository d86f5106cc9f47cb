// Removes the names that mean conferences, but not the ids of data sets, to write them again.
//
// $keys    conference keys
UNWIND $keys AS key
MATCH (conference:Conference {key: key})<-[means:IDENTIFIES]-(identifier:Identifier)
WHERE identifier.statedAs IS NULL
DELETE means
