// Removes the tables of names of pages.
//
// $pageKeys    page keys
UNWIND $pageKeys AS pageKey
MATCH (table:NameTable {key: pageKey})
DETACH DELETE table
