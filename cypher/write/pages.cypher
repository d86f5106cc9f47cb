// Pages of sources.
//
// $rows    key, and properties with the key among them; what they leave out is removed
UNWIND $rows AS row
MERGE (page:Page {key: row.key})
SET page = row.properties
