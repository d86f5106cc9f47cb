// The papers of a record of a data set; usually one.
//
// to: paper
// order: paper.key ASC
// $value            the record's id
// $identifierKey    `record:` and the id, as second ones are stored
CALL () {
  MATCH (paper:Paper {recordId: $value}) RETURN paper
  UNION
  MATCH (identifier:Identifier {key: $identifierKey})-[:IDENTIFIES]->(paper:Paper) RETURN paper
}
WITH paper
