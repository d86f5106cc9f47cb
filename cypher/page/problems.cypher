// Problems on a page, from top to bottom.
//
// from: page
// to: problem
// order: problem.placeAscending ASC
MATCH (page)<-[:ON]-(problem:Problem)
WITH problem
