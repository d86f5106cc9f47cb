// Series that papers are published in. A facet: it says which papers stand in which group.
//
// from: paper
// to: conference
MATCH (paper)-[:PUBLISHED_IN]->(conference:Conference)
WITH paper, conference
