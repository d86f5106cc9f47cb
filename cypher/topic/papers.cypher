// Papers listed under a topic itself.
//
// from: topic
// to: paper
// filters: papersFilter on paper
// order: paper.yearDescending ASC
MATCH (topic)<-[:HAS_TOPIC]-(paper:Paper)
WHERE $papersFilter
WITH paper
