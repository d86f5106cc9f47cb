// All conferences that a filter lets through, those with most papers that fit a further filter first.
// paperCount: of papers published there, those that fit.
//
// to: conference
// extra: paperCount
// filters: conferencesFilter on conference, papersFilter on paper
// order: paperCount DESC, conference.key ASC
MATCH (conference:Conference)
WHERE $conferencesFilter
WITH conference, COUNT { MATCH (conference)<-[:PUBLISHED_IN]-(paper:Paper) WHERE $papersFilter } AS paperCount
