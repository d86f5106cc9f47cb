// Notes that records stand as they are in a newer file.
//
// $rows    key, line, revision
UNWIND $rows AS row
MATCH (listing:Listing {key: row.key})
SET listing.line = row.line, listing.revision = row.revision
