// Everything that data sets describe beside papers.
//
// key        the description
// pageKey    the page that states it
// record     what it states, as JSON
MATCH (description:Description)
RETURN description.key AS key, description.pageKey AS pageKey, description.record AS record
ORDER BY key ASC
