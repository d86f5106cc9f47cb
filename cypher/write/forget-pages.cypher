// Removes pages; their listings and problems are removed before.
//
// $keys    page keys
UNWIND $keys AS key
MATCH (page:Page {key: key})
DETACH DELETE page
