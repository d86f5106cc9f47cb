// Editions of a series, newest first.
//
// from: conference
// to: edition
// order: edition.year DESC, edition.key ASC
MATCH (conference)<-[:EDITION_OF]-(edition:Edition)
WITH edition
