// Papers that name an institution or a unit of it, each once.
//
// from: institution
// to: paper
// filters: papersFilter on paper
// order: paper.yearDescending ASC
// $unitKind    the word `unit`
MATCH (institution)<-[:PART_OF*0..6 {kind: $unitKind}]-(unit:Institution)<-[:AFFILIATED_WITH]-(paper:Paper)
WHERE $papersFilter
WITH DISTINCT paper
