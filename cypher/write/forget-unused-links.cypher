// Removes links that nothing refers to any more.
//
// $keys            link keys that lost a reference
// aboveKeys        what the removed one stood under, which may be unused now
// identifierKeys   its names, which may mean nothing now
UNWIND $keys AS key
MATCH (link:Link {key: key})
WHERE COUNT { (link)<-[:HAS_LINK]-() } = 0
WITH link, [] AS aboveKeys, [] AS identifierKeys
DETACH DELETE link
RETURN aboveKeys, identifierKeys
