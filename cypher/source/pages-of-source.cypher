// Pages of a source, with the hash of what was read.
//
// $sourceKey    the source
// pageKey       the page
// path          its path in the source
// title         its first heading, or null
// hash          of its text and of the program's reading rules
// lookedUp      paths that its links within the source may lead to
MATCH (source:Source {key: $sourceKey})<-[:PAGE_OF]-(page:Page)
RETURN page.key AS pageKey, page.path AS path, page.title AS title, page.hash AS hash, page.lookedUp AS lookedUp
ORDER BY path ASC
