// What listings of authors' papers state, so that names can be told again.
//
// $keys     author keys
// key       the author
// record    what a listing of one of its papers states, as JSON
UNWIND $keys AS key
MATCH (author:Author {key: key})-[:AUTHORED]->(paper:Paper)<-[:OF]-(listing:Listing)
RETURN key, listing.record AS record
ORDER BY key ASC
