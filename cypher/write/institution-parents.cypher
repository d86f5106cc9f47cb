// Units and members of institutions.
//
// $rows    institutionKey, parentKey, kind; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (institution:Institution {key: row.institutionKey})
MATCH (parent:Institution {key: row.parentKey})
MERGE (institution)-[part:PART_OF]->(parent)
SET part.kind = row.kind
