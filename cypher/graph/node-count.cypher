// How many nodes of any kind there are.
//
// nodeCount    all of them
MATCH (node)
RETURN count(node) AS nodeCount
