// Takes ids from nodes that they do not mean any more.
//
// $rows    identifierKey, key: the node that it means now
UNWIND $rows AS row
MATCH (identifier:Identifier {key: row.identifierKey})-[former:IDENTIFIES]->(node)
WHERE node.key <> row.key
DELETE former
