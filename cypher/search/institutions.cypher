// Institutions that a search finds, the best first.
// rank: 4 where one name is what was asked, 3 where one begins with it, 2 where all of it stands in the first, 1 else.
// knownCount: papers that name it.
//
// to: institution
// extra: rank, knownCount
// filters: institutionsFilter on institution, isNamed on institution, isBegun on institution, isFirst on institution
// order: rank DESC, knownCount DESC, institution.key ASC
MATCH (institution:Institution)
WHERE $institutionsFilter
WITH institution, COUNT { (institution)<-[:AFFILIATED_WITH]-() } AS knownCount,
  CASE WHEN $isNamed THEN 4 WHEN $isBegun THEN 3 WHEN $isFirst THEN 2 ELSE 1 END AS rank
