// Papers listed under a topic or a narrower one, each once.
//
// from: topic
// to: paper
// filters: papersFilter on paper
// order: paper.yearDescending ASC
MATCH (topic)<-[:BROADER*0..16]-(narrow:Topic)<-[:HAS_TOPIC]-(paper:Paper)
WHERE $papersFilter
WITH DISTINCT paper
