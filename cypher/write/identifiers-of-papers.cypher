// Which papers an identifier means.
//
// $rows    identifierKey, key; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (identifier:Identifier {key: row.identifierKey})
MATCH (paper:Paper {key: row.key})
MERGE (identifier)-[:IDENTIFIES]->(paper)
