// Papers of which a name begins like the text, or a word in it does, the best known first.
// knownCount: its citations, 0 where none are known. place: 0 where a name begins so, 1 where only a word does.
//
// to: paper
// extra: knownCount, place
// filters: papersFilter on paper, isBegun on paper
// order: knownCount DESC, place ASC, paper.key ASC
MATCH (paper:Paper)
WHERE $papersFilter
WITH paper, coalesce(paper.citedByCount, 0) AS knownCount, CASE WHEN $isBegun THEN 0 ELSE 1 END AS place
