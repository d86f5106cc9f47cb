// Papers by a key that they once had.
//
// $wanted         stated, and identifierKey: the key as retired ones are stored
// kind            `former-paper`
// stated          as given
// key             one key that it stands for
// degree          1
UNWIND $wanted AS wanted
MATCH (identifier:Identifier {key: wanted.identifierKey})-[:IDENTIFIES]->(node:Paper)
RETURN 'former-paper' AS kind, wanted.stated AS stated, node.key AS key, 1 AS degree
