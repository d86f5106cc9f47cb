// At which editions papers appeared.
//
// $rows    paperKey, editionKey; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (paper:Paper {key: row.paperKey})
MATCH (edition:Edition {key: row.editionKey})
CREATE (paper)-[:APPEARED_AT]->(edition)
