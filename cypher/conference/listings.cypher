// What each source says of a series itself, in the order of sources, pages and lines.
//
// from: conference
// to: listing
// extra: pageKey
// order: pageKey ASC, listing.line ASC, listing.key ASC
MATCH (conference)<-[:OF]-(listing:Listing)
MATCH (listing)-[:ON]->(page:Page)
WITH listing, page.key AS pageKey
