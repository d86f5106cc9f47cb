// All conferences that a filter lets through, those with most papers first.
// paperCount: papers published there.
//
// to: conference
// extra: paperCount
// filters: conferencesFilter on conference
// order: paperCount DESC, conference.key ASC
MATCH (conference:Conference)
WHERE $conferencesFilter
WITH conference, COUNT { (conference)<-[:PUBLISHED_IN]-() } AS paperCount
