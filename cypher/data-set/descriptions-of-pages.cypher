// What pages of data sets describe beside papers.
//
// $pageKeys    page keys
// pageKey      the page
// record       what it states, as JSON
UNWIND $pageKeys AS pageKey
MATCH (page:Page {key: pageKey})<-[:ON]-(description:Description)
RETURN pageKey, description.record AS record
ORDER BY pageKey ASC, description.key ASC
