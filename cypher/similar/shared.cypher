// Which of some things each of some papers has.
//
// $keys            of the papers
// $authors         keys
// $references      keys of papers cited
// $topics          keys
// $institutions    keys
// kind             of the things: `AUTHOR`, `REFERENCE`, `TOPIC` or `INSTITUTION`
// paperKey         one of the papers
// keys             of the things, each once, in no order
UNWIND $keys AS paperKey
MATCH (paper:Paper {key: paperKey})<-[:AUTHORED]-(author:Author)
WHERE author.key IN $authors
RETURN 'AUTHOR' AS kind, paperKey, collect(DISTINCT author.key) AS keys
UNION
UNWIND $keys AS paperKey
MATCH (paper:Paper {key: paperKey})-[:CITES]->(cited:Paper)
WHERE cited.key IN $references
RETURN 'REFERENCE' AS kind, paperKey, collect(DISTINCT cited.key) AS keys
UNION
UNWIND $keys AS paperKey
MATCH (paper:Paper {key: paperKey})-[:HAS_TOPIC]->(topic:Topic)
WHERE topic.key IN $topics
RETURN 'TOPIC' AS kind, paperKey, collect(DISTINCT topic.key) AS keys
UNION
UNWIND $keys AS paperKey
MATCH (paper:Paper {key: paperKey})-[:AFFILIATED_WITH]->(institution:Institution)
WHERE institution.key IN $institutions
RETURN 'INSTITUTION' AS kind, paperKey, collect(DISTINCT institution.key) AS keys
