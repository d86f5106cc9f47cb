// Papers that name an institution itself.
//
// from: institution
// to: paper
// filters: papersFilter on paper
// order: paper.yearDescending ASC
MATCH (institution)<-[:AFFILIATED_WITH]-(paper:Paper)
WHERE $papersFilter
WITH paper
