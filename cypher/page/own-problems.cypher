// Problems that a page alone shows, from top to bottom; not those about papers and conferences.
//
// from: page
// to: problem
// order: problem.placeAscending ASC
MATCH (page)<-[:ON]-(problem:Problem)
WHERE COUNT { (problem)-[:ABOUT]->() } = 0
WITH problem
