// Addresses that papers link to.
//
// $rows    key, and properties with the key among them; what they leave out is removed
UNWIND $rows AS row
MERGE (link:Link {key: row.key})
SET link = row.properties
