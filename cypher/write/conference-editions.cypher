// Editions of series, and editions that those say they are held together with.
//
// $conferenceKeys    conference keys; one without editions gives no row
// conferenceKey      the series
// editionKey         its edition
// year               the edition's year
// coLocatedKeys      the others
UNWIND $conferenceKeys AS conferenceKey
MATCH (conference:Conference {key: conferenceKey})<-[:EDITION_OF]-(edition:Edition)
RETURN conferenceKey, edition.key AS editionKey, edition.year AS year,
  [(edition)-[:CO_LOCATED_WITH]->(other) | other.key] AS coLocatedKeys
ORDER BY editionKey ASC
