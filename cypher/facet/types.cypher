// Types of papers. A facet: it says which papers stand in which group.
//
// from: paper
// extra: value
WITH paper, paper.type AS value
WHERE value IS NOT NULL
