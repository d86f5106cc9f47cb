// How many papers there are: what degrees are compared with. Counted before anything is added to the row, so that no paper is read.
//
// kind            `graph`
// stated          empty
// key             empty
// degree          all papers
MATCH (paper:Paper)
WITH count(paper) AS degree
RETURN 'graph' AS kind, '' AS stated, '' AS key, degree
