// Series of data sets that ids, or names, mean.
//
// $identifierKeys  ids and names, as identifiers are stored
// identifierKey    the id or name
// statedAs         the name that the data set gives it; null for a name
// key              its key
// acronym          its acronym
// name             its name
// aliases          its other names
// kind             what kind it is
UNWIND $identifierKeys AS identifierKey
MATCH (identifier:Identifier {key: identifierKey})-[:IDENTIFIES]->(conference:Conference)
WHERE COUNT { MATCH (conference)<-[:IDENTIFIES]-(given:Identifier) WHERE given.statedAs IS NOT NULL } > 0
RETURN identifierKey, identifier.statedAs AS statedAs, conference.key AS key, conference.acronym AS acronym, conference.name AS name, conference.aliases AS aliases, conference.kind AS kind
ORDER BY identifierKey ASC, key ASC
