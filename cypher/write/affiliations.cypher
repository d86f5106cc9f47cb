// Institutions named for papers.
//
// $rows    paperKey, institutionKey, position, statedAs; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (paper:Paper {key: row.paperKey})
MATCH (institution:Institution {key: row.institutionKey})
CREATE (paper)-[affiliated:AFFILIATED_WITH]->(institution)
SET affiliated.position = row.position, affiliated.statedAs = row.statedAs
