// Authors by key, or every author of a name, and how many papers each has.
//
// $wanted         stated, and nameFolded
// kind            `author`
// stated          as given
// key             one key that it stands for
// degree          papers
UNWIND $wanted AS wanted
MATCH (node:Author {key: wanted.stated})
RETURN 'author' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)-[:AUTHORED]->() } AS degree
UNION
UNWIND $wanted AS wanted
MATCH (node:Author {nameFolded: wanted.nameFolded})
RETURN 'author' AS kind, wanted.stated AS stated, node.key AS key, COUNT { (node)-[:AUTHORED]->() } AS degree
