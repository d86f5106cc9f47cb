// Removes names that conferences no longer have; the identifiers stay, and ids of data sets mean what they meant.
//
// $rows            key, isKnown, identifierKeys: all that mean it now; one that no table knew or knows keeps every spelling,
//                  and one that a listing is about keeps what this gives
// identifierKey    a name that meant it
UNWIND $rows AS row
MATCH (conference:Conference {key: row.key})<-[names:IDENTIFIES]-(identifier:Identifier)
WHERE NOT identifier.key IN row.identifierKeys AND identifier.statedAs IS NULL
  AND (row.isKnown OR (conference.isKnown
    AND COUNT { (conference)<-[:OF]-() } = 0
    AND COUNT { (conference)<-[:EDITION_OF]-()<-[:OF]-() } = 0))
WITH names, identifier.key AS identifierKey
DELETE names
RETURN identifierKey
ORDER BY identifierKey ASC
