// Conferences that a search finds, the best first.
// rank: 4 where one name is what was asked, 3 where one begins with it, 2 where all of it stands in the first, 1 else.
// knownCount: papers published there.
//
// to: conference
// extra: rank, knownCount
// filters: conferencesFilter on conference, isNamed on conference, isBegun on conference, isFirst on conference
// order: rank DESC, knownCount DESC, conference.key ASC
MATCH (conference:Conference)
WHERE $conferencesFilter
WITH conference, COUNT { (conference)<-[:PUBLISHED_IN]-() } AS knownCount,
  CASE WHEN $isNamed THEN 4 WHEN $isBegun THEN 3 WHEN $isFirst THEN 2 ELSE 1 END AS rank
