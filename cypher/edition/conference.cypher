// The series that an edition is of.
//
// from: edition
// to: conference
// order: conference.key ASC
MATCH (edition)-[:EDITION_OF]->(conference:Conference)
WITH conference
