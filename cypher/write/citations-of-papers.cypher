// Which papers cite some papers.
//
// $keys       keys of cited papers
// paperKey    the citing paper
// reference   the id or DOI that it refers by
// position    place in its list
UNWIND $keys AS key
MATCH (cited:Paper {key: key})<-[cites:CITES]-(paper:Paper)
RETURN paper.key AS paperKey, cites.reference AS reference, cites.position AS position
ORDER BY paperKey ASC, position ASC
