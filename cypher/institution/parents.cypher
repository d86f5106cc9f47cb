// Institutions that this one is a unit or a member of.
//
// from: institution
// to: parent
// order: parent.nameAscending ASC
MATCH (institution)-[part:PART_OF]->(parent:Institution)
WITH parent
