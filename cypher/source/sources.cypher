// All sources.
//
// key           its key
// kind          what it is
// url           where it is kept, or null
// revision      the commit that was imported, or null
// root          the folder that it was read from, or null
// importedAt    when it was last imported with a change
MATCH (source:Source)
RETURN source.key AS key, source.kind AS kind, source.url AS url, source.revision AS revision, source.root AS root,
  source.importedAt AS importedAt
ORDER BY key ASC
