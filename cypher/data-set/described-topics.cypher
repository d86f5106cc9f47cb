// Topics that ids of data sets mean.
//
// $identifierKeys  ids, as identifiers are stored
// identifierKey    the id
// key              its key
// name             its name
// path             names of what it is part of, and its own
// broaderKey       what it is part of
UNWIND $identifierKeys AS identifierKey
MATCH (identifier:Identifier {key: identifierKey})-[:IDENTIFIES]->(topic:Topic)
RETURN identifierKey, topic.key AS key, topic.name AS name, topic.path AS path, topic.broaderKey AS broaderKey
ORDER BY identifierKey ASC, key ASC
