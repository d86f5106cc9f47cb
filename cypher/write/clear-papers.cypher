// Removes what papers state, so that it can be written anew; the papers stay.
//
// $keys    paper keys
UNWIND $keys AS key
MATCH (paper:Paper {key: key})-[stated]->()
DELETE stated
