// The series that a workshop belongs to.
//
// from: conference
// to: parent
// order: parent.key ASC
MATCH (conference)-[:PART_OF]->(parent:Conference)
WITH parent
