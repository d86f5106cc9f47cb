// Institutions that papers name, units counted under their parents. A facet: it says which papers stand in which group.
//
// from: paper
// to: institution
MATCH (paper)-[:AFFILIATED_WITH]->(unit:Institution)-[:COUNTS_UNDER]->(institution:Institution)
WITH DISTINCT paper, institution
