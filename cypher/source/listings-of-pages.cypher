// Listings of pages.
//
// $pageKeys     page keys
// listingKey    a listing of one of them
UNWIND $pageKeys AS pageKey
MATCH (page:Page {key: pageKey})<-[:ON]-(listing:Listing)
RETURN listing.key AS listingKey
ORDER BY listingKey ASC
