// Who wrote papers.
//
// $rows    paperKey, authorships (authorKey, position, affiliationPositions); those whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (paper:Paper {key: row.paperKey})
UNWIND row.authorships AS each
MATCH (author:Author {key: each.authorKey})
CREATE (author)-[:AUTHORED {position: each.position, affiliationPositions: each.affiliationPositions}]->(paper)
