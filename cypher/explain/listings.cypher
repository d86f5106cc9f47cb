// Listings of the papers that refer to an institution (or one of its units), a conference (or one of its workshops), an
// edition or a topic (or one narrower).
//
// $institutionKeys   at most one of these lists has a key
// $conferenceKeys    the same
// $editionKeys       the same
// $topicKeys         the same
// $limit             at most this many listings
// listingKey         each once
// sourceKey          the source that it is from
// pageKey            the page that it stands on
// record             what it states, as JSON
CALL () {
  UNWIND $institutionKeys AS key
  MATCH (:Institution {key: key})<-[:PART_OF*0..6]-(:Institution)<-[:AFFILIATED_WITH]-(paper:Paper) RETURN paper
  UNION
  UNWIND $conferenceKeys AS key
  MATCH (:Conference {key: key})<-[:PART_OF*0..2]-(:Conference)<-[:PUBLISHED_IN]-(paper:Paper) RETURN paper
  UNION
  UNWIND $editionKeys AS key
  MATCH (:Edition {key: key})<-[:APPEARED_AT]-(paper:Paper) RETURN paper
  UNION
  UNWIND $topicKeys AS key
  MATCH (:Topic {key: key})<-[:BROADER*0..16]-(:Topic)<-[:HAS_TOPIC]-(paper:Paper) RETURN paper
}
WITH DISTINCT paper
MATCH (paper)<-[:OF]-(listing:Listing)
MATCH (listing)-[:ON]->(page:Page)
RETURN listing.key AS listingKey, listing.sourceKey AS sourceKey, page.key AS pageKey, listing.record AS record
ORDER BY listingKey ASC
LIMIT $limit
