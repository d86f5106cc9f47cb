// Removes the names of conferences, but not the ids that data sets give them, so that they can be written anew.
//
// $keys             conference keys
// identifierKeys    identifiers that may mean nothing now
UNWIND $keys AS key
MATCH (conference:Conference {key: key})<-[identifies:IDENTIFIES]-(identifier:Identifier)
WHERE identifier.statedAs IS NULL
WITH identifies, identifier.key AS identifierKey
DELETE identifies
WITH collect(DISTINCT identifierKey) AS identifierKeys
RETURN identifierKeys
