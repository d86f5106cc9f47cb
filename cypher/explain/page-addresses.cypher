// Addresses of pages at a git host.
//
// $pageKeys    page keys
// pageKey      the page
// url          its address; pages without one give no row
UNWIND $pageKeys AS pageKey
MATCH (page:Page {key: pageKey})
WHERE page.url IS NOT NULL
RETURN pageKey, page.url AS url
ORDER BY pageKey ASC
