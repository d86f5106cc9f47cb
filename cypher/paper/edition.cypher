// The edition at which a paper appeared, of its main place.
//
// from: paper
// to: edition
// extra: position
// order: position ASC, edition.key ASC
MATCH (paper)-[:APPEARED_AT]->(edition:Edition)
MATCH (edition)-[:EDITION_OF]->(conference:Conference)<-[published:PUBLISHED_IN]-(paper)
WITH edition, published.position AS position
