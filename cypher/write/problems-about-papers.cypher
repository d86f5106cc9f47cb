// The paper whose listings together show a problem.
//
// $rows    problemKey, paperKey; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (problem:Problem {key: row.problemKey})
MATCH (paper:Paper {key: row.paperKey})
MERGE (problem)-[:ABOUT]->(paper)
