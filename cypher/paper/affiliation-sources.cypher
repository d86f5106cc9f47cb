// Lines that name an institution for a paper, in the order of pages and lines.
//
// from: paper, statedAs
// extra: path, line, pageUrl, listingKey
// order: path ASC, line ASC, listingKey ASC
MATCH (paper)<-[:OF]-(listing:Listing)
WHERE size([name IN listing.institutions WHERE name IN statedAs]) > 0
MATCH (listing)-[:ON]->(page:Page)
WITH page.path AS path, listing.line AS line, page.url AS pageUrl, listing.key AS listingKey
