// Each listing is of one paper.
//
// $rows    listingKey, paperKey; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (listing:Listing {key: row.listingKey})
MATCH (paper:Paper {key: row.paperKey})
CREATE (listing)-[:OF]->(paper)
