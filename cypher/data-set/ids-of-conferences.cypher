// Which conferences the ids of data sets mean.
//
// $rows    identifierKey, key, statedAs; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (node:Conference {key: row.key})
MERGE (identifier:Identifier {key: row.identifierKey})
SET identifier.statedAs = row.statedAs
MERGE (identifier)-[:IDENTIFIES]->(node)
