// Topics by key or name, and how many papers are listed under each itself.
//
// $wanted         stated, and identifierKey: the folded name as identifiers are stored
// kind            `topic`
// stated          as given
// key             one key that it stands for
// degree          papers
UNWIND $wanted AS wanted
MATCH (node:Topic {key: wanted.stated})
RETURN 'topic' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)<-[:HAS_TOPIC]-() } AS degree
UNION
UNWIND $wanted AS wanted
MATCH (identifier:Identifier {key: wanted.identifierKey})-[:IDENTIFIES]->(node:Topic)
RETURN 'topic' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)<-[:HAS_TOPIC]-() } AS degree
