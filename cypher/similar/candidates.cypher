// Papers that have one of some things, for each thing.
//
// $authors         keys
// $references      keys of papers cited
// $topics          keys
// $institutions    keys
// kind             of the thing: `AUTHOR`, `REFERENCE`, `TOPIC` or `INSTITUTION`
// key              of the thing
// paperKeys        papers that have it, each once, in no order
UNWIND $authors AS key
MATCH (author:Author {key: key})-[:AUTHORED]->(paper:Paper)
RETURN 'AUTHOR' AS kind, key, collect(DISTINCT paper.key) AS paperKeys
UNION
UNWIND $references AS key
MATCH (cited:Paper {key: key})<-[:CITES]-(paper:Paper)
RETURN 'REFERENCE' AS kind, key, collect(DISTINCT paper.key) AS paperKeys
UNION
UNWIND $topics AS key
MATCH (topic:Topic {key: key})<-[:HAS_TOPIC]-(paper:Paper)
RETURN 'TOPIC' AS kind, key, collect(DISTINCT paper.key) AS paperKeys
UNION
UNWIND $institutions AS key
MATCH (institution:Institution {key: key})<-[:AFFILIATED_WITH]-(paper:Paper)
RETURN 'INSTITUTION' AS kind, key, collect(DISTINCT paper.key) AS paperKeys
