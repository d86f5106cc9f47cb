// Institutions that ids of data sets, or names, mean.
//
// $identifierKeys  ids and names, as identifiers are stored
// identifierKey    the id or name
// statedAs         the name that the data set gives it; null for a name
// key, name, aliases, kind, countryCode, ror, homepage    the institution
UNWIND $identifierKeys AS identifierKey
MATCH (identifier:Identifier {key: identifierKey})-[:IDENTIFIES]->(institution:Institution)
WHERE institution.isKnown = true
RETURN identifierKey, identifier.statedAs AS statedAs, institution.key AS key, institution.name AS name, institution.aliases AS aliases, institution.kind AS kind, institution.countryCode AS countryCode, institution.ror AS ror, institution.homepage AS homepage
ORDER BY identifierKey ASC, key ASC
