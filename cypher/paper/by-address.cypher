// The papers that link to an address.
//
// to: paper
// order: paper.key ASC
// $value    the address in the form that identifies
MATCH (link:Link {addressKey: $value})<-[:HAS_LINK]-(paper:Paper)
WITH DISTINCT paper
