// Institutions by key or name, and how many papers name each.
//
// $wanted         stated, and identifierKey: the folded name as identifiers are stored
// kind            `institution`
// stated          as given
// key             one key that it stands for
// degree          papers
UNWIND $wanted AS wanted
MATCH (node:Institution {key: wanted.stated})
RETURN 'institution' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)<-[:AFFILIATED_WITH]-() } AS degree
UNION
UNWIND $wanted AS wanted
MATCH (identifier:Identifier {key: wanted.identifierKey})-[:IDENTIFIES]->(node:Institution)
RETURN 'institution' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)<-[:AFFILIATED_WITH]-() } AS degree
