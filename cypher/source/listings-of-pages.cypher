// Listings of pages.
//
// $pageKeys     page keys
// pageKey       the page
// listingKey    its listing
// record        what it states, as JSON
UNWIND $pageKeys AS pageKey
MATCH (page:Page {key: pageKey})<-[:ON]-(listing:Listing)
RETURN pageKey, listing.key AS listingKey, listing.record AS record
ORDER BY pageKey ASC, listingKey ASC
