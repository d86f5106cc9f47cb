// Authors of papers. A facet: it says which papers stand in which group.
//
// from: paper
// to: author
MATCH (paper)<-[:AUTHORED]-(author:Author)
WITH paper, author
