// Workshops of a series.
//
// from: conference
// to: workshop
// order: workshop.nameAscending ASC
MATCH (conference)<-[:PART_OF]-(workshop:Conference)
WITH workshop
