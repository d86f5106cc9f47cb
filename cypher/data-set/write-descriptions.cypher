// What a page of a data set describes beside papers.
//
// $rows    key, pageKey, and properties with the key among them; what they leave out is removed
UNWIND $rows AS row
MATCH (page:Page {key: row.pageKey})
MERGE (description:Description {key: row.key})
SET description = row.properties
MERGE (description)-[:ON]->(page)
