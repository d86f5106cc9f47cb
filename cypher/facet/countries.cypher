// Countries of the institutions that papers name, where known. A facet: it says which papers stand in which group.
//
// from: paper
// extra: value
MATCH (paper)-[:AFFILIATED_WITH]->(institution:Institution)
WITH DISTINCT paper, institution.countryCode AS value
WHERE value IS NOT NULL
