// Where a paper was published: its main place.
//
// from: paper
// to: conference
// extra: position
// order: position ASC, conference.key ASC
MATCH (paper)-[published:PUBLISHED_IN]->(conference:Conference)
WITH conference, published.position AS position
