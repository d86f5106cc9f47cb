// Removes that institutions count under another one than they do now.
//
// $rows    key, countsUnderKey: the one that it counts under now
UNWIND $rows AS row
MATCH (institution:Institution {key: row.key})-[counts:COUNTS_UNDER]->(root:Institution)
WHERE root.key <> row.countsUnderKey
DELETE counts
