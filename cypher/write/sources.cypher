// Sources: reading lists and data sets.
//
// $rows    key, and properties with the key among them; what they leave out is removed
UNWIND $rows AS row
MERGE (source:Source {key: row.key})
SET source = row.properties
