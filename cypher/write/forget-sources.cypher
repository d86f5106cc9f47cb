// Removes sources that have no page left.
//
// $keys          source keys
UNWIND $keys AS key
MATCH (source:Source {key: key})
WHERE COUNT { (source)<-[:PAGE_OF]-() } = 0
DETACH DELETE source
