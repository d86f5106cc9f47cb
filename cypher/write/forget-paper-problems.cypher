// Removes the problems that the listings of papers showed together.
//
// $keys    paper keys
UNWIND $keys AS key
MATCH (paper:Paper {key: key})<-[:ABOUT]-(problem:Problem)
DETACH DELETE problem
