// Lines that give a link for a paper, in the order of pages and lines.
//
// from: paper, url
// extra: path, line, pageUrl, listingKey
// order: path ASC, line ASC, listingKey ASC
MATCH (paper)<-[:OF]-(listing:Listing)
WHERE url IN listing.links
MATCH (listing)-[:ON]->(page:Page)
WITH page.path AS path, listing.line AS line, page.url AS pageUrl, listing.key AS listingKey
