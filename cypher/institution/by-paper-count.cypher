// All institutions that a filter lets through, those with most papers first.
// paperCount: papers that name it, units as themselves.
//
// to: institution
// extra: paperCount
// filters: institutionsFilter on institution
// order: paperCount DESC, institution.key ASC
MATCH (institution:Institution)
WHERE $institutionsFilter
WITH institution, COUNT { (institution)<-[:AFFILIATED_WITH]-() } AS paperCount
