// Papers by key.
//
// $wanted         stated
// kind            `paper`
// stated          as given
// key             one key that it stands for
// degree          1
UNWIND $wanted AS wanted
MATCH (node:Paper {key: wanted.stated})
RETURN 'paper' AS kind, wanted.stated AS stated, node.key AS key, 1 AS degree
