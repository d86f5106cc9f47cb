// Papers of an author.
//
// from: author
// to: paper
// filters: papersFilter on paper
// order: paper.yearDescending ASC
MATCH (author)-[:AUTHORED]->(paper:Paper)
WHERE $papersFilter
WITH paper
