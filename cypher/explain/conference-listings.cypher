// Listings about some series, series within them, their years, and years that are held together with one of those.
//
// $conferenceKeys    conference keys
// listingKey         the listing, each once
// sourceKey          the source that it is from
// pageKey            the page that it stands on
// record             what it states, as JSON
CALL () {
  UNWIND $conferenceKeys AS conferenceKey
  MATCH (:Conference {key: conferenceKey})<-[:PART_OF*0..2]-(:Conference)<-[:OF]-(listing:Listing)
  RETURN listing
  UNION
  UNWIND $conferenceKeys AS conferenceKey
  MATCH (:Conference {key: conferenceKey})<-[:PART_OF*0..2]-(:Conference)<-[:EDITION_OF]-(:Edition)<-[:OF]-(listing:Listing)
  RETURN listing
  UNION
  UNWIND $conferenceKeys AS conferenceKey
  MATCH (:Conference {key: conferenceKey})<-[:PART_OF*0..2]-(:Conference)<-[:EDITION_OF]-(:Edition)<-[:CO_LOCATED_WITH]-(:Edition)<-[:OF]-(listing:Listing)
  RETURN listing
}
WITH DISTINCT listing
MATCH (listing)-[:ON]->(page:Page)
RETURN listing.key AS listingKey, listing.sourceKey AS sourceKey, page.key AS pageKey, listing.record AS record
ORDER BY listingKey ASC
