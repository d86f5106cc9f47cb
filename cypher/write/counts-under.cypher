// The institution that each counts under when units are rolled up: itself unless it is a unit.
//
// $rows    institutionKey, parentKey; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (institution:Institution {key: row.institutionKey})
MATCH (parent:Institution {key: row.parentKey})
MERGE (institution)-[:COUNTS_UNDER]->(parent)
