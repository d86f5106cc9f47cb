// Editions of conferences with what listings state of them.
//
// $rows    key, and properties with the key among them; what they leave out is removed
UNWIND $rows AS row
MERGE (edition:Edition {key: row.key})
SET edition = row.properties
