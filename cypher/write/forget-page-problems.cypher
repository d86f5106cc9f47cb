// Removes the problems that a page alone shows; those about papers and conferences stay.
//
// $keys    page keys
UNWIND $keys AS key
MATCH (page:Page {key: key})<-[:ON]-(problem:Problem)
WHERE COUNT { (problem)-[:ABOUT]->() } = 0
DETACH DELETE problem
