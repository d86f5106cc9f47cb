// Which editions listings are about; a row about a joint edition is about several.
//
// $rows    listingKey, editionKey; rows whose nodes are not there write nothing
UNWIND $rows AS row
MATCH (listing:Listing {key: row.listingKey})
MATCH (edition:Edition {key: row.editionKey})
MERGE (listing)-[:OF]->(edition)
