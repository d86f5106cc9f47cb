// Listings of a page that its file does not state any more.
//
// $pageKey     the page
// $revision    of the file as it is now
// $count       at most so many
// key          the listing
MATCH (page:Page {key: $pageKey})<-[:ON]-(listing:Listing)
WHERE listing.revision <> $revision
RETURN listing.key AS key
LIMIT $count
