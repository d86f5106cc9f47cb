// Tables of names.
//
// $rows    pageKey, register, aliases
UNWIND $rows AS row
MERGE (table:NameTable {key: row.pageKey})
SET table.register = row.register, table.aliases = row.aliases
