// Institutions of data sets that ids, or names, mean.
//
// $identifierKeys  ids and names, as identifiers are stored
// identifierKey    the id or name
// statedAs         the name that the data set gives it; null for a name
// key              its key
// name             its name
// aliases          its other names
// kind             what kind it is
// countryCode      ISO 3166-1 alpha-2
// ror              its ROR address
// homepage         its site
UNWIND $identifierKeys AS identifierKey
MATCH (identifier:Identifier {key: identifierKey})-[:IDENTIFIES]->(institution:Institution)
WHERE COUNT { MATCH (institution)<-[:IDENTIFIES]-(given:Identifier) WHERE given.statedAs IS NOT NULL } > 0
RETURN identifierKey, identifier.statedAs AS statedAs, institution.key AS key, institution.name AS name, institution.aliases AS aliases, institution.kind AS kind, institution.countryCode AS countryCode, institution.ror AS ror, institution.homepage AS homepage
ORDER BY identifierKey ASC, key ASC
