// Removes papers with all their relationships.
//
// $keys    paper keys
UNWIND $keys AS key
MATCH (paper:Paper {key: key})
DETACH DELETE paper
