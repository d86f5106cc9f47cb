// Topics one step narrower.
//
// from: topic
// to: narrower
// order: narrower.nameAscending ASC
MATCH (topic)<-[:BROADER]-(narrower:Topic)
WITH narrower
