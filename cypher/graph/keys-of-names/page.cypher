// Pages by key, or by path in their sources, and how much stands on each.
//
// $wanted         stated
// kind            `page`
// stated          as given
// key             one key that it stands for
// degree          rows about papers, at most: other rows and problems count too
UNWIND $wanted AS wanted
MATCH (node:Page {key: wanted.stated})
RETURN 'page' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)<-[:ON]-() } AS degree
UNION
UNWIND $wanted AS wanted
MATCH (node:Page {path: wanted.stated})
RETURN 'page' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)<-[:ON]-() } AS degree
