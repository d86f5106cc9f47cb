// Topics.
//
// $rows    key, and properties with the key among them; what they leave out is removed
UNWIND $rows AS row
MERGE (topic:Topic {key: row.key})
SET topic = row.properties
