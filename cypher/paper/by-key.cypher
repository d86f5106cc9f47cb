// The paper that has a key, or once had it.
//
// to: paper
// order: paper.key ASC
// $key              the key
// $identifierKey    `paper-key:` and the key, as retired keys are stored
CALL () {
  MATCH (paper:Paper {key: $key}) RETURN paper
  UNION
  MATCH (identifier:Identifier {key: $identifierKey})-[:IDENTIFIES]->(paper:Paper) RETURN paper
}
WITH paper
