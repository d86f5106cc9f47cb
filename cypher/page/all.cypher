// All pages that a filter lets through.
//
// to: page
// filters: pagesFilter on page
// order: page.key ASC
MATCH (page:Page)
WHERE $pagesFilter
WITH page
