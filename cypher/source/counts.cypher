// What sources hold.
//
// $keys             source keys
// key               the source
// pageCount         its pages
// listingCount      their rows, about papers and about conferences
// paperCount        papers that it lists
// ownPaperCount     those of them that no other source lists
UNWIND $keys AS key
MATCH (source:Source {key: key})
CALL (source) {
  MATCH (source)<-[:PAGE_OF]-(:Page)<-[:ON]-(listing:Listing)
  RETURN count(listing) AS listingCount
}
CALL (source) {
  MATCH (source)<-[:PAGE_OF]-(:Page)<-[:ON]-(:Listing)-[:OF]->(paper:Paper)
  WITH DISTINCT source, paper
  RETURN count(paper) AS paperCount,
    coalesce(sum(CASE WHEN COUNT { MATCH (paper)<-[:OF]-(other:Listing) WHERE other.sourceKey <> source.key } = 0 THEN 1 ELSE 0 END), 0) AS ownPaperCount
}
RETURN key, COUNT { (source)<-[:PAGE_OF]-() } AS pageCount, listingCount, paperCount, ownPaperCount
ORDER BY key ASC
