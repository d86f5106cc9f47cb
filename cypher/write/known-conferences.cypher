// Conferences that the tables know; what listings state of them is kept.
//
// $rows    key, and properties with the key among them
UNWIND $rows AS row
MERGE (conference:Conference {key: row.key})
SET conference += row.properties
