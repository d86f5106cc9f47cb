// Listings of papers, as stored.
//
// $paperKeys    paper keys
// paperKey      the paper
// listingKey    one of its listings
// sourceKey     the source that it is from
// pageKey       the page that it stands on
// record        what it states, as JSON
UNWIND $paperKeys AS paperKey
MATCH (paper:Paper {key: paperKey})<-[:OF]-(listing:Listing)
MATCH (listing)-[:ON]->(page:Page)
RETURN paperKey, listing.key AS listingKey, listing.sourceKey AS sourceKey, page.key AS pageKey, listing.record AS record
ORDER BY paperKey ASC, listingKey ASC
