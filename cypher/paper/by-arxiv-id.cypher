// The papers of an identifier; usually one.
//
// to: paper
// order: paper.key ASC
// $value            the identifier in the form that is stored
// $identifierKey    its kind, `:` and the identifier, as second ones are stored
CALL () {
  MATCH (paper:Paper {arxivId: $value}) RETURN paper
  UNION
  MATCH (identifier:Identifier {key: $identifierKey})-[:IDENTIFIES]->(paper:Paper) RETURN paper
}
WITH paper
