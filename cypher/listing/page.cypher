// The page that a listing stands on.
//
// from: listing
// to: page
// order: page.key ASC
MATCH (listing)-[:ON]->(page:Page)
WITH page
