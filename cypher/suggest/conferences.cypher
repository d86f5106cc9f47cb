// Conferences of which a name begins like the text, or a word in it does, the best known first.
// knownCount: papers published there. place: 0 where a name begins so, 1 where only a word does.
//
// to: conference
// extra: knownCount, place
// filters: conferencesFilter on conference, isBegun on conference
// order: knownCount DESC, place ASC, conference.key ASC
MATCH (conference:Conference)
WHERE $conferencesFilter
WITH conference, COUNT { (conference)<-[:PUBLISHED_IN]-() } AS knownCount, CASE WHEN $isBegun THEN 0 ELSE 1 END AS place
