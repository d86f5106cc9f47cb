// Problems.
//
// $rows    key, and properties with the key among them; what they leave out is removed
UNWIND $rows AS row
MERGE (problem:Problem {key: row.key})
SET problem = row.properties
