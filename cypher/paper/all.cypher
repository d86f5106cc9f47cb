// All papers that a filter lets through.
//
// to: paper
// filters: papersFilter on paper
// order: paper.yearDescending ASC
MATCH (paper:Paper)
WHERE $papersFilter
WITH paper
