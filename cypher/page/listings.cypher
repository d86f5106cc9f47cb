// Listings on a page, from top to bottom.
//
// from: page
// to: listing
// order: listing.line ASC, listing.key ASC
MATCH (page)<-[:ON]-(listing:Listing)
WITH listing
