// Counts of everything, and of what papers say about institutions.
//
// paperCount               papers
// institutionCount         institutions
// conferenceCount          series
// topicCount               topics
// authorCount              authors
// listingCount             listings
// problemCount             problems
// withInstitutionsCount    papers that name an institution
// incompleteCount          papers whose list of institutions is incomplete
CALL () {
  MATCH (paper:Paper)
  RETURN count(paper) AS paperCount,
    coalesce(sum(CASE WHEN COUNT { (paper)-[:AFFILIATED_WITH]->() } > 0 THEN 1 ELSE 0 END), 0) AS withInstitutionsCount,
    coalesce(sum(CASE WHEN paper.affiliationsIncomplete THEN 1 ELSE 0 END), 0) AS incompleteCount
}
RETURN paperCount, withInstitutionsCount, incompleteCount,
  COUNT { MATCH (institution:Institution) } AS institutionCount,
  COUNT { MATCH (conference:Conference) } AS conferenceCount,
  COUNT { MATCH (topic:Topic) } AS topicCount,
  COUNT { MATCH (author:Author) } AS authorCount,
  COUNT { MATCH (listing:Listing) } AS listingCount,
  COUNT { MATCH (problem:Problem) } AS problemCount
ORDER BY paperCount ASC
