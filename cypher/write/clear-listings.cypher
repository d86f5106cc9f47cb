// Removes what listings are of, so that it can be written anew.
//
// $keys    listing keys
UNWIND $keys AS key
MATCH (listing:Listing {key: key})-[of:OF]->()
DELETE of
