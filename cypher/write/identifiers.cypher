// Names, aliases and second identifiers.
//
// $rows    key, and properties with the key among them; what they leave out is removed
UNWIND $rows AS row
MERGE (identifier:Identifier {key: row.key})
SET identifier = row.properties
