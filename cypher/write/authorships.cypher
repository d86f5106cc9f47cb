// Who wrote papers.
//
// $rows    paperKey, authorKey, position, affiliationPositions; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (paper:Paper {key: row.paperKey})
MATCH (author:Author {key: row.authorKey})
CREATE (author)-[authored:AUTHORED]->(paper)
SET authored.position = row.position, authored.affiliationPositions = row.affiliationPositions
