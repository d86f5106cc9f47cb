// The papers that listings are of.
//
// $keys       listing keys
// paperKey    each once
UNWIND $keys AS key
MATCH (listing:Listing {key: key})-[:OF]->(paper:Paper)
RETURN DISTINCT paper.key AS paperKey
ORDER BY paperKey ASC
