// Papers that share an identity token with listings.
//
// $dois, $arxivIds, $addresses, $titleKeys, $recordTitles, $nameKeys, $recordIds, $identifierKeys
// $dois             lower case
// $arxivIds         without version
// $addresses        as `addressKey` gives them
// $titleKeys        folded titles
// $recordTitles     titleKey and host: papers that only records of this host state are left out, since none of them is joined
// $nameKeys         slugs of name, series and year
// $recordIds        ids of records
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
  UNWIND $titleKeys AS value MATCH (paper:Paper {titleFolded: value}) RETURN paper.key AS paperKey
  UNION
  UNWIND $recordTitles AS row MATCH (paper:Paper {titleKey: row.titleKey}) WHERE paper.recordHost IS NULL OR paper.recordHost <> row.host RETURN paper.key AS paperKey
  UNION
  UNWIND $recordTitles AS row MATCH (paper:Paper {titleFolded: row.titleKey}) WHERE paper.recordHost IS NULL OR paper.recordHost <> row.host RETURN paper.key AS paperKey
  UNION
  UNWIND $recordIds AS value MATCH (paper:Paper {recordId: value}) RETURN paper.key AS paperKey
  UNION
  UNWIND $nameKeys AS value MATCH (paper:Paper {key: value}) RETURN paper.key AS paperKey
  UNION
  UNWIND $nameKeys AS value MATCH (paper:Paper {nameKey: value}) RETURN paper.key AS paperKey
  UNION
  UNWIND $identifierKeys AS value MATCH (identifier:Identifier {key: value})-[:IDENTIFIES]->(paper:Paper) RETURN paper.key AS paperKey
}
RETURN DISTINCT paperKey
ORDER BY paperKey ASC
