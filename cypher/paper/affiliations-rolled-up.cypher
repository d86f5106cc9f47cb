// Institutions named for a paper, units counted under their parents, in the order stated.
//
// from: paper
// to: institution
// extra: position, statedAs
// carries: paper
// order: position ASC, institution.key ASC
MATCH (paper)-[affiliated:AFFILIATED_WITH]->(unit:Institution)
MATCH (unit)-[:COUNTS_UNDER]->(institution:Institution)
WITH paper, institution, affiliated.position AS place, affiliated.statedAs AS names
ORDER BY place ASC
WITH paper, institution, min(place) AS position, collect(names) AS nameLists
WITH paper, institution, position, reduce(names = [], part IN nameLists | names + part) AS statedAs
