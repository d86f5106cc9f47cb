// Links of papers.
//
// $rows    paperKey, linkKey, kind, label, position; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (paper:Paper {key: row.paperKey})
MATCH (link:Link {key: row.linkKey})
CREATE (paper)-[:HAS_LINK {kind: row.kind, label: row.label, position: row.position}]->(link)
