// The source that a page is in.
//
// from: page
// to: source
// order: source.key ASC
MATCH (page)-[:PAGE_OF]->(source:Source)
WITH source
