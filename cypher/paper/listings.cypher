// What each source says of a paper, in the order of sources, pages and lines.
//
// from: paper
// to: listing
// extra: pageKey
// order: pageKey ASC, listing.line ASC, listing.key ASC
MATCH (paper)<-[:OF]-(listing:Listing)
MATCH (listing)-[:ON]->(page:Page)
WITH listing, page.key AS pageKey
