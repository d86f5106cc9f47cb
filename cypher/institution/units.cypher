// Units of an institution, one step down.
//
// from: institution
// to: unit
// order: unit.nameAscending ASC
// $unitKind    the word `unit`
MATCH (institution)<-[part:PART_OF]-(unit:Institution)
WHERE part.kind = $unitKind
WITH unit
