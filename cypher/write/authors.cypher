// Authors; of several spellings of one author's name the first in alphabetical order stands.
//
// $rows    key, and properties with the key among them
UNWIND $rows AS row
MERGE (author:Author {key: row.key})
WITH author, row
WHERE author.name IS NULL OR row.properties.name < author.name
SET author += row.properties
