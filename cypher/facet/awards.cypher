// Awards of papers, as stated. A facet: it says which papers stand in which group.
//
// from: paper
// extra: value
UNWIND paper.awards AS value
WITH DISTINCT paper, value
