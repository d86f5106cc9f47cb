// Papers that records of a data set or DOIs stand for.
//
// $references   ids of records, or DOIs
// reference     the id or DOI
// paperKey      the paper; the first by key of several
CALL () {
  UNWIND $references AS reference MATCH (paper:Paper {recordId: reference}) RETURN reference, paper.key AS paperKey
  UNION
  UNWIND $references AS reference MATCH (paper:Paper {doi: reference}) RETURN reference, paper.key AS paperKey
  UNION
  UNWIND $references AS reference MATCH (identifier:Identifier {key: 'record:' + reference})-[:IDENTIFIES]->(paper:Paper) RETURN reference, paper.key AS paperKey
}
RETURN reference, min(paperKey) AS paperKey
ORDER BY reference ASC
