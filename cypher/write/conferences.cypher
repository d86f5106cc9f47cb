// Conferences: series of any kind, with what listings state of them.
//
// $rows    key, and properties with the key among them; what they leave out is removed
UNWIND $rows AS row
MERGE (conference:Conference {key: row.key})
SET conference = row.properties
