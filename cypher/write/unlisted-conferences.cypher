// Conferences that only papers name; those that listings are about keep what these state.
//
// $rows    key, and properties with the key among them; what they leave out is removed
UNWIND $rows AS row
MERGE (conference:Conference {key: row.key})
WITH row, conference
WHERE COUNT { (conference)<-[:OF]-() } = 0
  AND COUNT { (conference)<-[:EDITION_OF]-()<-[:OF]-() } = 0
SET conference = row.properties
