// What keys and names in filters stand for, and how many papers hang on each. A row's kind is the list that the name was in; counts without a label are read off the node.
//
// $papers                  stated, and the key as retired ones are stored
// $institutions            stated, and the folded name as identifiers are stored
// $institutionsWithUnits   the same, and their units at any depth
// $countries               codes, upper case
// $conferences             as institutions
// $topics                  the same
// $topicsWithNarrower      the same, and narrower topics at any depth
// $authors                 stated, and the folded name: every author of that name
// $pages                   keys, or paths in their sources
// $unitKind                the word `unit`
// kind                     which list; `graph` for the number of all papers
// stated                   the key or name as given
// key                      one key that it stands for
// degree                   relationships from papers to it; a page's problems count too
CALL () {
  MATCH (paper:Paper)
  RETURN 'graph' AS kind, '' AS stated, '' AS key, count(paper) AS degree
  UNION
  UNWIND $papers AS wanted
  MATCH (node:Paper {key: wanted.stated})
  RETURN 'paper' AS kind, wanted.stated AS stated, node.key AS key, 1 AS degree
  UNION
  UNWIND $papers AS wanted
  MATCH (identifier:Identifier {key: wanted.identifierKey})-[:IDENTIFIES]->(node:Paper)
  RETURN 'former-paper' AS kind, wanted.stated AS stated, node.key AS key, 1 AS degree
  UNION
  UNWIND $institutions AS wanted
  MATCH (node:Institution {key: wanted.stated})
  RETURN 'institution' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)<-[:AFFILIATED_WITH]-() } AS degree
  UNION
  UNWIND $institutions AS wanted
  MATCH (identifier:Identifier {key: wanted.identifierKey})-[:IDENTIFIES]->(node:Institution)
  RETURN 'institution' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)<-[:AFFILIATED_WITH]-() } AS degree
  UNION
  UNWIND $institutionsWithUnits AS wanted
  MATCH (found:Institution {key: wanted.stated})<-[:PART_OF*0..6 {kind: $unitKind}]-(node:Institution)
  RETURN 'institution-units' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)<-[:AFFILIATED_WITH]-() } AS degree
  UNION
  UNWIND $institutionsWithUnits AS wanted
  MATCH (identifier:Identifier {key: wanted.identifierKey})-[:IDENTIFIES]->(found:Institution)<-[:PART_OF*0..6 {kind: $unitKind}]-(node:Institution)
  RETURN 'institution-units' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)<-[:AFFILIATED_WITH]-() } AS degree
  UNION
  UNWIND $countries AS stated
  MATCH (node:Institution {countryCode: stated})
  RETURN 'country' AS kind, stated, stated AS key, sum(COUNT { (node)<-[:AFFILIATED_WITH]-() }) AS degree
  UNION
  UNWIND $conferences AS wanted
  MATCH (node:Conference {key: wanted.stated})
  RETURN 'conference' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)<-[:PUBLISHED_IN]-() } AS degree
  UNION
  UNWIND $conferences AS wanted
  MATCH (identifier:Identifier {key: wanted.identifierKey})-[:IDENTIFIES]->(node:Conference)
  RETURN 'conference' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)<-[:PUBLISHED_IN]-() } AS degree
  UNION
  UNWIND $topics AS wanted
  MATCH (node:Topic {key: wanted.stated})
  RETURN 'topic' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)<-[:HAS_TOPIC]-() } AS degree
  UNION
  UNWIND $topics AS wanted
  MATCH (identifier:Identifier {key: wanted.identifierKey})-[:IDENTIFIES]->(node:Topic)
  RETURN 'topic' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)<-[:HAS_TOPIC]-() } AS degree
  UNION
  UNWIND $topicsWithNarrower AS wanted
  MATCH (found:Topic {key: wanted.stated})<-[:BROADER*0..16]-(node:Topic)
  RETURN 'narrower-topics' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)<-[:HAS_TOPIC]-() } AS degree
  UNION
  UNWIND $topicsWithNarrower AS wanted
  MATCH (identifier:Identifier {key: wanted.identifierKey})-[:IDENTIFIES]->(found:Topic)<-[:BROADER*0..16]-(node:Topic)
  RETURN 'narrower-topics' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)<-[:HAS_TOPIC]-() } AS degree
  UNION
  UNWIND $authors AS wanted
  MATCH (node:Author {key: wanted.stated})
  RETURN 'author' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)-[:AUTHORED]->() } AS degree
  UNION
  UNWIND $authors AS wanted
  MATCH (node:Author {nameFolded: wanted.nameFolded})
  RETURN 'author' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)-[:AUTHORED]->() } AS degree
  UNION
  UNWIND $pages AS stated
  MATCH (node:Page {key: stated})
  RETURN 'page' AS kind, stated, node.key AS key, COUNT { (node)<-[:ON]-() } AS degree
  UNION
  UNWIND $pages AS stated
  MATCH (node:Page {path: stated})
  RETURN 'page' AS kind, stated, node.key AS key, COUNT { (node)<-[:ON]-() } AS degree
}
RETURN DISTINCT kind, stated, key, degree
ORDER BY kind ASC, stated ASC, key ASC
