// Papers that a paper cites, in the order of its list.
//
// from: paper
// to: cited
// extra: position
// order: position ASC, cited.key ASC
MATCH (paper)-[cites:CITES]->(cited:Paper)
WITH cited, min(cites.position) AS position
