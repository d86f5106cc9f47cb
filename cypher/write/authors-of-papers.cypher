// Who wrote papers.
//
// $keys    paper keys
// key      the author, each once
UNWIND $keys AS paperKey
MATCH (paper:Paper {key: paperKey})<-[:AUTHORED]-(author:Author)
RETURN DISTINCT author.key AS key
ORDER BY key ASC
