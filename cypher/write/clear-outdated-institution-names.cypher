// Removes names that institutions no longer have; the identifiers stay, and ids of data sets mean what they meant.
//
// $rows            key, isKnown, identifierKeys: all that mean it now; one that no table knew or knows keeps every spelling
// identifierKey    a name that meant it
UNWIND $rows AS row
MATCH (institution:Institution {key: row.key})<-[names:IDENTIFIES]-(identifier:Identifier)
WHERE (row.isKnown OR institution.isKnown) AND NOT identifier.key IN row.identifierKeys
  AND identifier.statedAs IS NULL
WITH names, identifier.key AS identifierKey
DELETE names
RETURN identifierKey
ORDER BY identifierKey ASC
