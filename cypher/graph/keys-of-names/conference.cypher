// Series by key or name, and how many papers each published.
//
// $wanted         stated, and identifierKey: the folded name as identifiers are stored
// kind            `conference`
// stated          as given
// key             one key that it stands for
// degree          papers
UNWIND $wanted AS wanted
MATCH (node:Conference {key: wanted.stated})
RETURN 'conference' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)<-[:PUBLISHED_IN]-() } AS degree
UNION
UNWIND $wanted AS wanted
MATCH (identifier:Identifier {key: wanted.identifierKey})-[:IDENTIFIES]->(node:Conference)
RETURN 'conference' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)<-[:PUBLISHED_IN]-() } AS degree
