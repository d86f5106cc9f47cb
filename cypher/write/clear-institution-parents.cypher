// Removes what institutions no longer stand under.
//
// $rows        key, parentKeys: all that it stands under now
// parentKey    what lost a reference
UNWIND $rows AS row
MATCH (institution:Institution {key: row.key})-[part:PART_OF]->(parent:Institution)
WHERE NOT parent.key IN row.parentKeys
WITH part, parent.key AS parentKey
DELETE part
RETURN parentKey
ORDER BY parentKey ASC
