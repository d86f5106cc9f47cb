// Kinds of the links of papers. A facet: it says which papers stand in which group.
//
// from: paper
// extra: value
MATCH (paper)-[linked:HAS_LINK]->(link:Link)
WITH DISTINCT paper, linked.kind AS value
