// Nodes that a text may mean: by key, by a key that a paper once had, by DOI or arXiv id, by a name.
//
// $key              the text
// $formerKey        the text as retired keys are stored
// $doi              a DOI in the text, or the text
// $doiKey           the same as second DOIs are stored
// $arxivId          an arXiv id in the text, or the text
// $arxivKey         the same as second arXiv ids are stored
// $folded           the text as names are compared
// $institutionKey   the folded name as identifiers of institutions are stored
// $conferenceKey    as those of conferences are
// $topicKey         as those of topics are
// rank              0 for a key; higher for what is tried after it
// kind              what the node is
// key               its key
// name              its name
CALL () {
  MATCH (node:Paper {key: $key}) RETURN 0 AS rank, 'paper' AS kind, node.key AS key, node.title AS name
  UNION
  MATCH (node:Institution {key: $key}) RETURN 0 AS rank, 'institution' AS kind, node.key AS key, node.name AS name
  UNION
  MATCH (node:Conference {key: $key}) RETURN 0 AS rank, 'conference' AS kind, node.key AS key, node.acronym AS name
  UNION
  MATCH (node:Edition {key: $key}) RETURN 0 AS rank, 'edition' AS kind, node.key AS key, node.key AS name
  UNION
  MATCH (node:Topic {key: $key}) RETURN 0 AS rank, 'topic' AS kind, node.key AS key, node.name AS name
  UNION
  MATCH (:Identifier {key: $formerKey})-[:IDENTIFIES]->(node:Paper) RETURN 1 AS rank, 'paper' AS kind, node.key AS key, node.title AS name
  UNION
  MATCH (node:Paper {doi: $doi}) RETURN 2 AS rank, 'paper' AS kind, node.key AS key, node.title AS name
  UNION
  MATCH (:Identifier {key: $doiKey})-[:IDENTIFIES]->(node:Paper) RETURN 2 AS rank, 'paper' AS kind, node.key AS key, node.title AS name
  UNION
  MATCH (node:Paper {arxivId: $arxivId}) RETURN 2 AS rank, 'paper' AS kind, node.key AS key, node.title AS name
  UNION
  MATCH (:Identifier {key: $arxivKey})-[:IDENTIFIES]->(node:Paper) RETURN 2 AS rank, 'paper' AS kind, node.key AS key, node.title AS name
  UNION
  MATCH (:Identifier {key: $institutionKey})-[:IDENTIFIES]->(node:Institution) RETURN 3 AS rank, 'institution' AS kind, node.key AS key, node.name AS name
  UNION
  MATCH (:Identifier {key: $conferenceKey})-[:IDENTIFIES]->(node:Conference) RETURN 3 AS rank, 'conference' AS kind, node.key AS key, node.acronym AS name
  UNION
  MATCH (:Identifier {key: $topicKey})-[:IDENTIFIES]->(node:Topic) RETURN 3 AS rank, 'topic' AS kind, node.key AS key, node.name AS name
  UNION
  MATCH (node:Paper) WHERE node.titleFolded = $folded OR toLower(node.shortName) = $folded
  RETURN 3 AS rank, 'paper' AS kind, node.key AS key, node.title AS name
}
RETURN DISTINCT rank, kind, key, name
ORDER BY rank ASC, kind ASC, key ASC
