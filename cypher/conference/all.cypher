// All conferences that a filter lets through.
//
// to: conference
// filters: conferencesFilter on conference
// order: conference.nameAscending ASC
MATCH (conference:Conference)
WHERE $conferencesFilter
WITH conference
