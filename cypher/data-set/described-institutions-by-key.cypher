// Institutions of data sets, as their nodes have them.
//
// $keys           institution keys; those that no data set describes give no row
// key             its key
// name            its name
// aliases         its other names
// kind            what kind it is
// countryCode     ISO 3166-1 alpha-2
// ror             its ROR address
// homepage        its site
UNWIND $keys AS wanted
MATCH (institution:Institution {key: wanted})
WHERE COUNT { MATCH (institution)<-[:IDENTIFIES]-(given:Identifier) WHERE given.statedAs IS NOT NULL } > 0
RETURN institution.key AS key, institution.name AS name, institution.aliases AS aliases, institution.kind AS kind, institution.countryCode AS countryCode, institution.ror AS ror, institution.homepage AS homepage
ORDER BY key ASC
