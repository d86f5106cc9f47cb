// Keys of institutions and conferences.
//
// label    Institution or Conference
// key      the key
// ror      an institution's ROR address, or null
MATCH (node)
WHERE node:Institution OR node:Conference
RETURN labels(node)[0] AS label, node.key AS key, node.ror AS ror
ORDER BY label ASC, key ASC
