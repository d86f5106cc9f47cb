// Editions of conferences, where they are not there yet; what listings state of those that are is kept.
//
// $rows    key, and properties with the key among them
UNWIND $rows AS row
MERGE (edition:Edition {key: row.key})
ON CREATE SET edition = row.properties
