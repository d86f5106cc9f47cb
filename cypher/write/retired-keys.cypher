// Keys that papers once had.
//
// $paperKeys       paper keys
// paperKey         the paper
// identifierKey    `paper-key:` and the old key
UNWIND $paperKeys AS paperKey
MATCH (paper:Paper {key: paperKey})<-[:IDENTIFIES]-(identifier:Identifier)
WHERE identifier.key STARTS WITH 'paper-key:'
RETURN paperKey, identifier.key AS identifierKey
ORDER BY paperKey ASC, identifierKey ASC
