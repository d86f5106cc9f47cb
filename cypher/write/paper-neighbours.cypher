// What papers refer to, by kind.
//
// $keys    paper keys
// label    the kind of node
// key      its key, each once
UNWIND $keys AS paperKey
MATCH (paper:Paper {key: paperKey})-->(node)
RETURN DISTINCT labels(node)[0] AS label, node.key AS key
ORDER BY label ASC, key ASC
