// Who wrote a paper, in the order stated.
//
// from: paper
// to: author
// extra: position, affiliationPositions
// carries: paper
// order: position ASC, author.key ASC
MATCH (paper)<-[authored:AUTHORED]-(author:Author)
WITH paper, author, authored.position AS position, authored.affiliationPositions AS affiliationPositions
