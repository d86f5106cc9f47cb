// Listings of pages of lists that are about papers, with what their names were taken to mean.
//
// $pageKeys     page keys
// pageKey       the page
// listingKey    its listing
// sourceKey     the source that it is from
// record        what it states, as JSON
// reading       a hash of what its names were taken to mean
UNWIND $pageKeys AS pageKey
MATCH (page:Page {key: pageKey})<-[:ON]-(listing:Listing)-[:OF]->(paper:Paper)
WHERE listing.revision IS NULL
RETURN DISTINCT pageKey, listing.key AS listingKey, listing.sourceKey AS sourceKey, listing.record AS record, listing.reading AS reading
ORDER BY pageKey ASC, listingKey ASC
