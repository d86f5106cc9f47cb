// Removes the identifiers that mean conferences, to write them again.
//
// $keys    conference keys
UNWIND $keys AS key
MATCH (conference:Conference {key: key})<-[means:IDENTIFIES]-()
DELETE means
