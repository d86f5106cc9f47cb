// Which papers cite which.
//
// $rows    paperKey, citedKey, reference, position; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (paper:Paper {key: row.paperKey})
MATCH (cited:Paper {key: row.citedKey})
CREATE (paper)-[:CITES {reference: row.reference, position: row.position}]->(cited)
