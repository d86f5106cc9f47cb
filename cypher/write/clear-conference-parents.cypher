// Removes what conferences no longer stand under.
//
// $rows        key, parentKeys: all that it stands under now
// parentKey    what lost a reference
UNWIND $rows AS row
MATCH (conference:Conference {key: row.key})-[part:PART_OF]->(parent:Conference)
WHERE NOT parent.key IN row.parentKeys
WITH part, parent.key AS parentKey
DELETE part
RETURN parentKey
ORDER BY parentKey ASC
