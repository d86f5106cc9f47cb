// Where papers were published.
//
// $rows    paperKey, conferenceKey, position, year, statedAs; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (paper:Paper {key: row.paperKey})
MATCH (conference:Conference {key: row.conferenceKey})
CREATE (paper)-[:PUBLISHED_IN {position: row.position, year: row.year, statedAs: row.statedAs}]->(conference)
