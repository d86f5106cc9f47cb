// Removes listings.
//
// $keys    listing keys
UNWIND $keys AS key
MATCH (listing:Listing {key: key})
DETACH DELETE listing
