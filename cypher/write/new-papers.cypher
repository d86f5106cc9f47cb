// Papers that the graph does not have, with their own properties; relationships are written apart.
//
// $rows    the paper's properties; what a row leaves out the paper does not have
UNWIND $rows AS row
CREATE (:Paper {
  key: row.key, title: row.title, shortName: row.shortName, year: row.year, type: row.type, doi: row.doi, arxivId: row.arxivId,
  recordId: row.recordId, recordHost: row.recordHost, openalexId: row.openalexId, citedByCount: row.citedByCount,
  abstract: row.abstract, titleKey: row.titleKey, nameKey: row.nameKey, awards: row.awards, track: row.track,
  affiliationsIncomplete: row.affiliationsIncomplete, titleFolded: row.titleFolded, searchText: row.searchText,
  yearAscending: row.yearAscending, yearDescending: row.yearDescending,
  citedByCountAscending: row.citedByCountAscending, citedByCountDescending: row.citedByCountDescending,
  titleAscending: row.titleAscending, titleDescending: row.titleDescending
})
