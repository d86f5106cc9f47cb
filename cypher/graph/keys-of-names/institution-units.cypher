// Institutions by key or name with their units at any depth, and how many papers name each.
//
// $wanted         stated, and identifierKey: the folded name as identifiers are stored
// $unitKind       the word `unit`
// kind            `institution-units`
// stated          as given
// key             one key that it stands for
// degree          papers
UNWIND $wanted AS wanted
MATCH (found:Institution {key: wanted.stated})<-[:PART_OF*0..6 {kind: $unitKind}]-(node:Institution)
RETURN 'institution-units' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)<-[:AFFILIATED_WITH]-() } AS degree
UNION
UNWIND $wanted AS wanted
MATCH (identifier:Identifier {key: wanted.identifierKey})-[:IDENTIFIES]->(found:Institution)<-[:PART_OF*0..6 {kind: $unitKind}]-(node:Institution)
RETURN 'institution-units' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)<-[:AFFILIATED_WITH]-() } AS degree
