// Nodes whose key or name holds one of some words.
//
// $words    folded words or beginnings of words
// $limit    at most this many for each word and kind
// kind      what the node is
// key       its key
// name      its name
UNWIND $words AS word
CALL (word) {
  MATCH (node:Institution) WHERE node.key CONTAINS word OR node.namesFolded CONTAINS word
  RETURN 'institution' AS kind, node.key AS key, node.name AS name ORDER BY key ASC LIMIT $limit
  UNION
  MATCH (node:Conference) WHERE node.key CONTAINS word OR node.namesFolded CONTAINS word
  RETURN 'conference' AS kind, node.key AS key, node.acronym AS name ORDER BY key ASC LIMIT $limit
  UNION
  MATCH (node:Topic) WHERE node.key CONTAINS word OR node.nameFolded CONTAINS word
  RETURN 'topic' AS kind, node.key AS key, node.name AS name ORDER BY key ASC LIMIT $limit
  UNION
  MATCH (node:Paper) WHERE node.key CONTAINS word OR node.titleFolded CONTAINS word
  RETURN 'paper' AS kind, node.key AS key, node.title AS name ORDER BY key ASC LIMIT $limit
}
RETURN DISTINCT kind, key, name
ORDER BY kind ASC, key ASC
