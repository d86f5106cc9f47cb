// Institutions named for a paper, in the order stated.
//
// from: paper
// to: institution
// extra: position, statedAs
// carries: paper
// order: position ASC, institution.key ASC
MATCH (paper)-[affiliated:AFFILIATED_WITH]->(institution:Institution)
WITH paper, institution, affiliated.position AS position, affiliated.statedAs AS statedAs
