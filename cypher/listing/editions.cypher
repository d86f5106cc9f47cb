// The editions that a listing is about; several for a joint edition.
//
// from: listing
// to: edition
// order: edition.key ASC
MATCH (listing)-[:OF]->(edition:Edition)
WITH edition
