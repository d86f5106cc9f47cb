// What series are called in the graph.
//
// $keys      conference keys; unknown ones give no row
// key        the series
// acronym
// aliases
UNWIND $keys AS key
MATCH (conference:Conference {key: key})
RETURN key, conference.acronym AS acronym, conference.aliases AS aliases
ORDER BY key ASC
