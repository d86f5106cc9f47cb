// How far a page of a data set was read.
//
// $pageKey        the page
// hash            of the file that was read to its end
// revision        of the file at work
// recordCount     records of it that are in the graph
MATCH (page:Page {key: $pageKey})
RETURN page.hash AS hash, page.revision AS revision, page.recordCount AS recordCount
ORDER BY hash ASC
