// Links of a paper, in the order stated.
//
// from: paper
// extra: url, kind, label, position, linkKey
// carries: paper
// order: position ASC, linkKey ASC
MATCH (paper)-[linked:HAS_LINK]->(link:Link)
WITH paper, link.key AS linkKey, link.url AS url, linked.kind AS kind, linked.label AS label, linked.position AS position
