// Series that listings are about, or years of them.
//
// conferenceKey    the series
CALL () {
  MATCH (conference:Conference)<-[:OF]-(listing:Listing)
  RETURN conference.key AS conferenceKey
  UNION
  MATCH (conference:Conference)<-[:EDITION_OF]-(edition:Edition)<-[:OF]-(listing:Listing)
  RETURN conference.key AS conferenceKey
}
RETURN DISTINCT conferenceKey
ORDER BY conferenceKey ASC
