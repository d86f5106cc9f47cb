// Each edition is of one conference.
//
// $rows    editionKey, conferenceKey; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (edition:Edition {key: row.editionKey})
MATCH (conference:Conference {key: row.conferenceKey})
MERGE (edition)-[:EDITION_OF]->(conference)
