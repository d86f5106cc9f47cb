// Institutions that an author's papers name for the author.
//
// from: author
// to: institution
// order: institution.nameAscending ASC
MATCH (author)-[authored:AUTHORED]->(paper:Paper)
WITH authored.affiliationPositions AS positions, paper
MATCH (paper)-[affiliated:AFFILIATED_WITH]->(institution:Institution)
WHERE affiliated.position IN positions
WITH DISTINCT institution
