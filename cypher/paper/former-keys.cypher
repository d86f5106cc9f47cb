// Papers that once had a key.
//
// $rows      the keys, and each as retired ones are stored
// formerKey  the key
// key        the paper's key now
UNWIND $rows AS row
MATCH (identifier:Identifier {key: row.identifierKey})-[:IDENTIFIES]->(paper:Paper)
RETURN row.formerKey AS formerKey, paper.key AS key
ORDER BY formerKey ASC, key ASC
