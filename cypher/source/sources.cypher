// All sources.
//
// key           its key
// kind          what it is
// url           where it is kept, or null
// revision      the commit that was imported, or null
// importedAt    when it was last imported with a change
// pageCount     its pages
MATCH (source:Source)
RETURN source.key AS key, source.kind AS kind, source.url AS url, source.revision AS revision,
  source.importedAt AS importedAt, COUNT { (source)<-[:PAGE_OF]-() } AS pageCount
ORDER BY key ASC
