// The acronym of series that no table knows: of the spellings in use, the first in alphabetical order.
//
// $keys    conference keys; known ones give no row
// key      the series
// name     its first spelling
UNWIND $keys AS key
MATCH (conference:Conference {key: key})<-[published:PUBLISHED_IN]-(:Paper)
WHERE conference.isKnown = false
RETURN key, min(published.statedAs) AS name
ORDER BY key ASC
