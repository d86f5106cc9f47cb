// Kinds of collaboration of papers, one for each paper. A facet: it says which papers stand in which group.
//
// from: paper
// extra: value
// $international    the word for institutions of two or more known countries
// $national         the word for two or more institutions, all of one known country
// $withinOne        the word for exactly one institution
// $unknown          the word for everything else
CALL (paper) {
  MATCH (paper)-[:AFFILIATED_WITH]->(institution:Institution)
  WITH DISTINCT institution
  RETURN count(institution) AS institutionCount, count(institution.countryCode) AS placedCount, count(DISTINCT institution.countryCode) AS countryCount
}
WITH paper, CASE
  WHEN countryCount > 1 THEN $international
  WHEN institutionCount = 1 THEN $withinOne
  WHEN countryCount = 1 AND placedCount = institutionCount THEN $national
  ELSE $unknown END AS value
