// Which series listings are about.
//
// $rows    listingKey, conferenceKey; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (listing:Listing {key: row.listingKey})
MATCH (conference:Conference {key: row.conferenceKey})
MERGE (listing)-[:OF]->(conference)
