// Changes some properties of institutions and keeps the others.
//
// $rows    key, and the properties that change
UNWIND $rows AS row
MATCH (institution:Institution {key: row.key})
SET institution += row.properties
