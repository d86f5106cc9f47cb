// Institutions.
//
// $rows    key, and properties with the key among them; what they leave out is removed
UNWIND $rows AS row
MERGE (institution:Institution {key: row.key})
SET institution = row.properties
