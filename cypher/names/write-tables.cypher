// Tables of names.
//
// $rows    pageKey, register, aliases, stated
UNWIND $rows AS row
MERGE (table:NameTable {key: row.pageKey})
SET table.register = row.register, table.aliases = row.aliases, table.stated = row.stated
