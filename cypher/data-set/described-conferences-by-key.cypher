// Series of data sets, as their nodes have them.
//
// $keys           conference keys; those that no data set describes give no row
// key             its key
// acronym         its acronym
// name            its name
// aliases         its other names
// kind            what kind it is
UNWIND $keys AS wanted
MATCH (conference:Conference {key: wanted})
WHERE COUNT { MATCH (conference)<-[:IDENTIFIES]-(given:Identifier) WHERE given.statedAs IS NOT NULL } > 0
RETURN conference.key AS key, conference.acronym AS acronym, conference.name AS name, conference.aliases AS aliases, conference.kind AS kind
ORDER BY key ASC
