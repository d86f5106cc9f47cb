// Topics by key or name with narrower ones at any depth, and how many papers are listed under each itself.
//
// $wanted         stated, and identifierKey: the folded name as identifiers are stored
// kind            `narrower-topics`
// stated          as given
// key             one key that it stands for
// degree          papers
UNWIND $wanted AS wanted
MATCH (found:Topic {key: wanted.stated})<-[:BROADER*0..16]-(node:Topic)
RETURN 'narrower-topics' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)<-[:HAS_TOPIC]-() } AS degree
UNION
UNWIND $wanted AS wanted
MATCH (identifier:Identifier {key: wanted.identifierKey})-[:IDENTIFIES]->(found:Topic)<-[:BROADER*0..16]-(node:Topic)
RETURN 'narrower-topics' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)<-[:HAS_TOPIC]-() } AS degree
