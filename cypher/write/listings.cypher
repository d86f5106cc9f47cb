// Listings, each as its source states it.
//
// $rows    key, and properties with the key among them; what they leave out is removed
UNWIND $rows AS row
MERGE (listing:Listing {key: row.key})
SET listing = row.properties
