// The series about which listings together show a problem.
//
// $rows    problemKey, conferenceKey; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (problem:Problem {key: row.problemKey})
MATCH (conference:Conference {key: row.conferenceKey})
MERGE (problem)-[:ABOUT]->(conference)
