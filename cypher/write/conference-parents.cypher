// Workshops of conferences.
//
// $rows    conferenceKey, parentKey; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (conference:Conference {key: row.conferenceKey})
MATCH (parent:Conference {key: row.parentKey})
MERGE (conference)-[:PART_OF]->(parent)
