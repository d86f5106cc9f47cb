// Links of papers.
//
// $rows    paperKey, linkKey, kind, label, position; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (paper:Paper {key: row.paperKey})
MATCH (link:Link {key: row.linkKey})
CREATE (paper)-[linked:HAS_LINK]->(link)
SET linked.kind = row.kind, linked.label = row.label, linked.position = row.position
