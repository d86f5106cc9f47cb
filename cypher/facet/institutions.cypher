// Institutions that papers name. A facet: it says which papers stand in which group.
//
// from: paper
// to: institution
MATCH (paper)-[:AFFILIATED_WITH]->(institution:Institution)
WITH paper, institution
