// Institutions whose last paper in a series was the year before.
//
// from: leavers
// to: institution
// order: institution.nameAscending ASC
UNWIND leavers AS institution
WITH institution
