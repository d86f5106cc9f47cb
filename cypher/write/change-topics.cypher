// Changes some properties of topics and keeps the others.
//
// $rows    key, and the properties that change
UNWIND $rows AS row
MATCH (topic:Topic {key: row.key})
SET topic += row.properties
