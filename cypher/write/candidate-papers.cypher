// Papers that share an identity token with listings.
//
// $dois, $arxivIds, $addresses, $titleKeys, $nameKeys, $identifierKeys
// $dois             lower case
// $arxivIds         without version
// $addresses        as `addressKey` gives them
// $titleKeys        folded titles
// $nameKeys         slugs of name, series and year
// $identifierKeys   second identifiers
// paperKey          each once
CALL () {
  UNWIND $dois AS value MATCH (paper:Paper {doi: value}) RETURN paper.key AS paperKey
  UNION
  UNWIND $arxivIds AS value MATCH (paper:Paper {arxivId: value}) RETURN paper.key AS paperKey
  UNION
  UNWIND $addresses AS value MATCH (link:Link {addressKey: value})<-[:HAS_LINK]-(paper:Paper) RETURN paper.key AS paperKey
  UNION
  UNWIND $titleKeys AS value MATCH (paper:Paper {titleKey: value}) RETURN paper.key AS paperKey
  UNION
  UNWIND $nameKeys AS value MATCH (paper:Paper {nameKey: value}) RETURN paper.key AS paperKey
  UNION
  UNWIND $identifierKeys AS value MATCH (identifier:Identifier {key: value})-[:IDENTIFIES]->(paper:Paper) RETURN paper.key AS paperKey
}
RETURN DISTINCT paperKey
ORDER BY paperKey ASC
