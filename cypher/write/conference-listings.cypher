// Listings about series and about their years, as stored.
//
// $conferenceKeys    conference keys
// listingKey         the listing, each once
// sourceKey          the source that it is from
// pageKey            the page that it stands on
// record             what it states, as JSON
CALL () {
  UNWIND $conferenceKeys AS conferenceKey
  MATCH (conference:Conference {key: conferenceKey})<-[:OF]-(listing:Listing)-[:ON]->(page:Page)
  RETURN listing.key AS listingKey, listing.sourceKey AS sourceKey, page.key AS pageKey, listing.record AS record
  UNION
  UNWIND $conferenceKeys AS conferenceKey
  MATCH (conference:Conference {key: conferenceKey})<-[:EDITION_OF]-(edition:Edition)<-[:OF]-(listing:Listing)-[:ON]->(page:Page)
  RETURN listing.key AS listingKey, listing.sourceKey AS sourceKey, page.key AS pageKey, listing.record AS record
}
RETURN DISTINCT listingKey, sourceKey, pageKey, record
ORDER BY listingKey ASC
