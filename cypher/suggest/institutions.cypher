// Institutions of which a name begins like the text, or a word in it does, the best known first.
// knownCount: papers that name it. place: 0 where a name begins so, 1 where only a word does.
//
// to: institution
// extra: knownCount, place
// filters: institutionsFilter on institution, isBegun on institution
// order: knownCount DESC, place ASC, institution.key ASC
MATCH (institution:Institution)
WHERE $institutionsFilter
WITH institution, COUNT { (institution)<-[:AFFILIATED_WITH]-() } AS knownCount, CASE WHEN $isBegun THEN 0 ELSE 1 END AS place
