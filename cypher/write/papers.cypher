// Papers with their own properties; relationships are written apart.
//
// $rows    key, and properties with the key among them; what they leave out is removed
UNWIND $rows AS row
MERGE (paper:Paper {key: row.key})
SET paper = row.properties
