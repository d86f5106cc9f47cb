// Which editions are held together, from the one whose listing says so.
//
// $rows    editionKey, coLocatedKey; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (edition:Edition {key: row.editionKey})
MATCH (other:Edition {key: row.coLocatedKey})
MERGE (edition)-[:CO_LOCATED_WITH]->(other)
