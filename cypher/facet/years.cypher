// Years of papers; a paper whose year is not known is in none. A facet: it says which papers stand in which group.
//
// from: paper
// extra: value
WITH paper, paper.year AS value
WHERE value IS NOT NULL
