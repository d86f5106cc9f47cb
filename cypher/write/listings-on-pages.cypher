// Each listing stands on one page.
//
// $rows    listingKey, pageKey; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (listing:Listing {key: row.listingKey})
MATCH (page:Page {key: row.pageKey})
MERGE (listing)-[:ON]->(page)
