// Removes the problems that listings about series showed together.
//
// $keys    conference keys
UNWIND $keys AS key
MATCH (conference:Conference {key: key})<-[:ABOUT]-(problem:Problem)
DETACH DELETE problem
