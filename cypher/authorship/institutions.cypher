// Institutions that a paper names for one of its authors, in the order stated.
//
// from: paper, affiliationPositions
// to: institution
// extra: place
// order: place ASC, institution.key ASC
MATCH (paper)-[affiliated:AFFILIATED_WITH]->(institution:Institution)
WHERE affiliated.position IN affiliationPositions
WITH institution, affiliated.position AS place
