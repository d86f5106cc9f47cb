// The series that a listing is about.
//
// from: listing
// to: conference
// order: conference.key ASC
MATCH (listing)-[:OF]->(conference:Conference)
WITH conference
