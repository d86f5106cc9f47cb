// Tables of names beside the built-in ones.
//
// pageKey     the page that holds the table; a key of its own for what data sets state
// register    what marks the organisations of a registry, null for an alias file
// aliases     an alias file's entries as JSON, null for a registry
// stated      what data sets state of institutions as JSON, else null
MATCH (table:NameTable)
RETURN table.key AS pageKey, table.register AS register, table.aliases AS aliases, table.stated AS stated
ORDER BY pageKey ASC
