// Conferences that only papers name, where they are not there yet; what listings state of those that are is kept.
//
// $rows    key, and properties with the key among them
UNWIND $rows AS row
MERGE (conference:Conference {key: row.key})
ON CREATE SET conference = row.properties
