// The page that a problem stands on.
//
// $rows    problemKey, pageKey; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (problem:Problem {key: row.problemKey})
MATCH (page:Page {key: row.pageKey})
MERGE (problem)-[:ON]->(page)
