// Removes who wrote papers, so that it can be written anew.
//
// $keys    paper keys
UNWIND $keys AS key
MATCH (paper:Paper {key: key})<-[authored:AUTHORED]-()
DELETE authored
