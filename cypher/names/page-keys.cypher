// Every page.
//
// pageKey    its key
MATCH (page:Page)
RETURN page.key AS pageKey
ORDER BY pageKey ASC
