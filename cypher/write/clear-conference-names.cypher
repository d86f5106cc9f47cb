// Removes the names of conferences, so that they can be written anew.
//
// $keys             conference keys
// identifierKeys    identifiers that may mean nothing now
UNWIND $keys AS key
MATCH (conference:Conference {key: key})<-[identifies:IDENTIFIES]-(identifier:Identifier)
WITH identifies, identifier.key AS identifierKey
DELETE identifies
WITH collect(DISTINCT identifierKey) AS identifierKeys
RETURN identifierKeys
