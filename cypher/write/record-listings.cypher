// Listings that are new, each on its page and of its paper.
//
// $rows    pageKey, paperKey, properties with the key among them; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (page:Page {key: row.pageKey})
MATCH (paper:Paper {key: row.paperKey})
CREATE (page)<-[:ON]-(listing:Listing)-[:OF]->(paper)
SET listing = row.properties
