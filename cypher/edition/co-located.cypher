// Editions that are held together with an edition, whichever of the two says so, each once.
//
// from: edition
// to: other
// order: other.key ASC
MATCH (edition)-[:CO_LOCATED_WITH]-(other:Edition)
WITH DISTINCT other
