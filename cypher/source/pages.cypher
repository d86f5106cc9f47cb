// Pages of a source.
//
// from: source
// to: page
// order: page.key ASC
MATCH (source)<-[:PAGE_OF]-(page:Page)
WITH page
