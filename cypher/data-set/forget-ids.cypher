// Removes ids that no data set describes any more.
//
// $identifierKeys    ids, as identifiers are stored
UNWIND $identifierKeys AS identifierKey
MATCH (identifier:Identifier {key: identifierKey})
DETACH DELETE identifier
