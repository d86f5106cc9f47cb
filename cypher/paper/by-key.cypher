// The paper that has a key, before one that once had it.
//
// to: paper
// extra: age
// order: age ASC, paper.key ASC
// $key              the key
// $identifierKey    `paper-key:` and the key, as retired keys are stored
CALL () {
  MATCH (live:Paper {key: $key}) RETURN live AS paper, 0 AS age
  UNION
  MATCH (identifier:Identifier {key: $identifierKey})-[:IDENTIFIES]->(former:Paper) RETURN former AS paper, 1 AS age
}
WITH paper, age
