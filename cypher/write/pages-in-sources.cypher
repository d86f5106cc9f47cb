// Each page is in one source.
//
// $rows    pageKey, sourceKey; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (page:Page {key: row.pageKey})
MATCH (source:Source {key: row.sourceKey})
MERGE (page)-[:PAGE_OF]->(source)
