// The series that listings are about, or whose years they are about.
//
// $keys            listing keys
// conferenceKey    each once
CALL () {
  UNWIND $keys AS key MATCH (listing:Listing {key: key})-[:OF]->(conference:Conference) RETURN conference.key AS conferenceKey
  UNION
  UNWIND $keys AS key MATCH (listing:Listing {key: key})-[:OF]->(edition:Edition)-[:EDITION_OF]->(conference:Conference) RETURN conference.key AS conferenceKey
}
RETURN DISTINCT conferenceKey
ORDER BY conferenceKey ASC
