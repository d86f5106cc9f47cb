// Institutions named for papers.
//
// $rows    paperKey, affiliations (institutionKey, position, statedAs); those whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (paper:Paper {key: row.paperKey})
UNWIND row.affiliations AS each
MATCH (institution:Institution {key: each.institutionKey})
CREATE (paper)-[:AFFILIATED_WITH {position: each.position, statedAs: each.statedAs}]->(institution)
