// Pages of a source.
//
// from: source
// to: page
// order: page.key ASC
MATCH (source)<-[:IN]-(page:Page)
WITH page
