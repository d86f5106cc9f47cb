// The name of institutions that no table knows: of the spellings in use, the first in alphabetical order.
//
// $keys    institution keys; known ones give no row
// key      the institution
// name     its first spelling
UNWIND $keys AS key
MATCH (institution:Institution {key: key})<-[affiliated:AFFILIATED_WITH]-(:Paper)
WHERE institution.isKnown = false
UNWIND affiliated.statedAs AS spelling
RETURN key, min(spelling) AS name
ORDER BY key ASC
