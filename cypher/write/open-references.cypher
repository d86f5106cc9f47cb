// References to papers that are not there.
//
// $rows    paperKey, identifierKey, position; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (paper:Paper {key: row.paperKey})
MATCH (identifier:Identifier {key: row.identifierKey})
CREATE (paper)-[:REFERS_TO {position: row.position}]->(identifier)
