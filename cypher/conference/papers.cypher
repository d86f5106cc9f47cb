// Papers published in a series.
//
// from: conference
// to: paper
// filters: papersFilter on paper
// order: paper.yearDescending ASC
MATCH (conference)<-[:PUBLISHED_IN]-(paper:Paper)
WHERE $papersFilter
WITH paper
