// Changes some properties of conferences and keeps the others.
//
// $rows    key, and the properties that change
UNWIND $rows AS row
MATCH (conference:Conference {key: row.key})
SET conference += row.properties
