// Changes properties of authors.
//
// $rows    key, and the properties that change
UNWIND $rows AS row
MATCH (author:Author {key: row.key})
SET author += row.properties
