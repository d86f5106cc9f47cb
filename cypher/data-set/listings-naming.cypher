// Listings of papers at the nodes that ids of data sets mean.
//
// $identifierKeys   ids, as identifiers are stored
// listingKey    a listing of such a paper
// sourceKey     the source that it is from
// pageKey       the page that it stands on
// record        what it states, as JSON
UNWIND $identifierKeys AS identifierKey
MATCH (identifier:Identifier {key: identifierKey})-[:IDENTIFIES]->(named)
MATCH (named)<-[:AFFILIATED_WITH|PUBLISHED_IN]-(paper:Paper)
MATCH (paper)<-[:OF]-(listing:Listing)-[:ON]->(page:Page)
RETURN DISTINCT listing.key AS listingKey, listing.sourceKey AS sourceKey, page.key AS pageKey, listing.record AS record
ORDER BY listingKey ASC
