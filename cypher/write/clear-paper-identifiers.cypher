// Removes second identifiers of papers, but not the keys that they once had.
//
// $keys    paper keys
UNWIND $keys AS key
MATCH (paper:Paper {key: key})<-[:IDENTIFIES]-(identifier:Identifier)
WHERE NOT identifier.key STARTS WITH 'paper-key:'
DETACH DELETE identifier
