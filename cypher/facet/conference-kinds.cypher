// Kinds of the series that papers are published in. A facet: it says which papers stand in which group.
//
// from: paper
// extra: value
MATCH (paper)-[:PUBLISHED_IN]->(conference:Conference)
WITH DISTINCT paper, conference.kind AS value
WHERE value IS NOT NULL
