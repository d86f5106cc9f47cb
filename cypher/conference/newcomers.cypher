// Institutions with their first paper in a series.
//
// from: newcomers
// to: institution
// order: institution.nameAscending ASC
UNWIND newcomers AS institution
WITH institution
