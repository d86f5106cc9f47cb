// The paper that a listing is of.
//
// from: listing
// to: paper
// order: paper.key ASC
MATCH (listing)-[:OF]->(paper:Paper)
WITH paper
