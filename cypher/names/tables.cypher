// Tables of names beside the built-in ones.
//
// pageKey     the page that holds the table
// register    what marks the organisations of a registry, null for an alias file
// aliases     an alias file's entries as JSON, null for a registry
MATCH (table:NameTable)
RETURN table.key AS pageKey, table.register AS register, table.aliases AS aliases
ORDER BY pageKey ASC
