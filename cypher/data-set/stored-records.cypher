// Which listings are stored, and with which content.
//
// $keys      listing keys
// key        the listing
// hash       of what its record says
// revision   of the file that stated it last
UNWIND $keys AS key
MATCH (listing:Listing {key: key})
RETURN key, listing.hash AS hash, listing.revision AS revision
ORDER BY key ASC
