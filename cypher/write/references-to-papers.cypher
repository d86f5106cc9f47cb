// References that were open, to papers that are there now.
//
// $rows           identifierKey, reference, citedKey
// paperKey        the paper that refers to it
// citedKey        the paper that is there now
// reference       the id or DOI that it refers by
// position        place in its list
// identifierKey   the open reference
UNWIND $rows AS row
MATCH (identifier:Identifier {key: row.identifierKey})<-[refers:REFERS_TO]-(paper:Paper)
RETURN paper.key AS paperKey, row.citedKey AS citedKey, row.reference AS reference, refers.position AS position, row.identifierKey AS identifierKey
ORDER BY paperKey ASC, position ASC
