// Keys that keys and names in filters stand for. A row's kind is the list that the name was in.
//
// $papers                  stated, and the key as retired ones are stored
// $institutions            stated, and the folded name as identifiers are stored
// $institutionsWithUnits   the same, and their units at any depth
// $conferences             the same
// $topics                  the same
// $topicsWithNarrower      the same, and narrower topics at any depth
// $pages                   keys, or paths in their sources
// $unitKind                the word `unit`
// kind                     which list
// stated                   the key or name as given
// key                      one key that it stands for
CALL () {
  UNWIND $papers AS wanted
  MATCH (node:Paper {key: wanted.stated})
  RETURN 'paper' AS kind, wanted.stated AS stated, node.key AS key
  UNION
  UNWIND $papers AS wanted
  MATCH (identifier:Identifier {key: wanted.identifierKey})-[:IDENTIFIES]->(node:Paper)
  RETURN 'former-paper' AS kind, wanted.stated AS stated, node.key AS key
  UNION
  UNWIND $institutions AS wanted
  MATCH (node:Institution {key: wanted.stated})
  RETURN 'institution' AS kind, wanted.stated AS stated, node.key AS key
  UNION
  UNWIND $institutions AS wanted
  MATCH (identifier:Identifier {key: wanted.identifierKey})-[:IDENTIFIES]->(node:Institution)
  RETURN 'institution' AS kind, wanted.stated AS stated, node.key AS key
  UNION
  UNWIND $institutionsWithUnits AS wanted
  MATCH (found:Institution {key: wanted.stated})<-[:PART_OF*0..6 {kind: $unitKind}]-(node:Institution)
  RETURN 'institution-units' AS kind, wanted.stated AS stated, node.key AS key
  UNION
  UNWIND $institutionsWithUnits AS wanted
  MATCH (identifier:Identifier {key: wanted.identifierKey})-[:IDENTIFIES]->(found:Institution)<-[:PART_OF*0..6 {kind: $unitKind}]-(node:Institution)
  RETURN 'institution-units' AS kind, wanted.stated AS stated, node.key AS key
  UNION
  UNWIND $conferences AS wanted
  MATCH (node:Conference {key: wanted.stated})
  RETURN 'conference' AS kind, wanted.stated AS stated, node.key AS key
  UNION
  UNWIND $conferences AS wanted
  MATCH (identifier:Identifier {key: wanted.identifierKey})-[:IDENTIFIES]->(node:Conference)
  RETURN 'conference' AS kind, wanted.stated AS stated, node.key AS key
  UNION
  UNWIND $topics AS wanted
  MATCH (node:Topic {key: wanted.stated})
  RETURN 'topic' AS kind, wanted.stated AS stated, node.key AS key
  UNION
  UNWIND $topics AS wanted
  MATCH (identifier:Identifier {key: wanted.identifierKey})-[:IDENTIFIES]->(node:Topic)
  RETURN 'topic' AS kind, wanted.stated AS stated, node.key AS key
  UNION
  UNWIND $topicsWithNarrower AS wanted
  MATCH (found:Topic {key: wanted.stated})<-[:BROADER*0..16]-(node:Topic)
  RETURN 'narrower-topics' AS kind, wanted.stated AS stated, node.key AS key
  UNION
  UNWIND $topicsWithNarrower AS wanted
  MATCH (identifier:Identifier {key: wanted.identifierKey})-[:IDENTIFIES]->(found:Topic)<-[:BROADER*0..16]-(node:Topic)
  RETURN 'narrower-topics' AS kind, wanted.stated AS stated, node.key AS key
  UNION
  UNWIND $pages AS stated
  MATCH (node:Page {key: stated})
  RETURN 'page' AS kind, stated, node.key AS key
  UNION
  UNWIND $pages AS stated
  MATCH (node:Page {path: stated})
  RETURN 'page' AS kind, stated, node.key AS key
}
RETURN DISTINCT kind, stated, key
ORDER BY kind ASC, stated ASC, key ASC
