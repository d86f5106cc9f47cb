// Removes which editions some are held together with, so that it can be written anew.
//
// $keys    edition keys
UNWIND $keys AS key
MATCH (edition:Edition {key: key})-[together:CO_LOCATED_WITH]->()
DELETE together
