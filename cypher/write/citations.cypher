// Which papers cite which.
//
// $rows    paperKey, citedKey, reference, position; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (paper:Paper {key: row.paperKey})
MATCH (cited:Paper {key: row.citedKey})
CREATE (paper)-[cites:CITES]->(cited)
SET cites.reference = row.reference, cites.position = row.position
