// What each source says of an edition, in the order of sources, pages and lines.
//
// from: edition
// to: listing
// extra: pageKey
// order: pageKey ASC, listing.line ASC, listing.key ASC
MATCH (edition)<-[:OF]-(listing:Listing)
MATCH (listing)-[:ON]->(page:Page)
WITH listing, page.key AS pageKey
