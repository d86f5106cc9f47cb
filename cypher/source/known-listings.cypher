// Which of some listings the graph has.
//
// $keys         listing keys
// listingKey    one that is there
UNWIND $keys AS key
MATCH (listing:Listing {key: key})
RETURN DISTINCT listing.key AS listingKey
ORDER BY listingKey ASC
