// Papers that appeared at an edition.
//
// from: edition
// to: paper
// order: paper.yearDescending ASC
MATCH (edition)<-[:APPEARED_AT]-(paper:Paper)
WITH paper
