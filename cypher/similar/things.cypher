// What a paper may share with others, each with how many papers have it.
//
// $key      the paper's
// kind      `AUTHOR`, `REFERENCE`, `TOPIC` or `INSTITUTION`
// key       of the author, paper cited, topic or institution
// degree    papers that have it, this one among them
MATCH (paper:Paper {key: $key})<-[:AUTHORED]-(author:Author)
RETURN 'AUTHOR' AS kind, author.key AS key, COUNT { (author)-[:AUTHORED]->() } AS degree
UNION
MATCH (paper:Paper {key: $key})-[:CITES]->(cited:Paper)
RETURN 'REFERENCE' AS kind, cited.key AS key, COUNT { (cited)<-[:CITES]-() } AS degree
UNION
MATCH (paper:Paper {key: $key})-[:HAS_TOPIC]->(topic:Topic)
RETURN 'TOPIC' AS kind, topic.key AS key, COUNT { (topic)<-[:HAS_TOPIC]-() } AS degree
UNION
MATCH (paper:Paper {key: $key})-[:AFFILIATED_WITH]->(institution:Institution)
RETURN 'INSTITUTION' AS kind, institution.key AS key, COUNT { (institution)<-[:AFFILIATED_WITH]-() } AS degree
