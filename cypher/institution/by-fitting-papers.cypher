// All institutions that a filter lets through, those with most papers that fit a further filter first.
// paperCount: of papers that name it, units as themselves, those that fit.
//
// to: institution
// extra: paperCount
// filters: institutionsFilter on institution, papersFilter on paper
// order: paperCount DESC, institution.key ASC
MATCH (institution:Institution)
WHERE $institutionsFilter
WITH institution, COUNT { MATCH (institution)<-[:AFFILIATED_WITH]-(paper:Paper) WHERE $papersFilter } AS paperCount
