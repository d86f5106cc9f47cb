// Papers that a search finds, the best first.
// rank: 4 where one name is what was asked, 3 where one begins with it, 2 where all of it stands in the first, 1 else.
// knownCount: its citations, 0 where none are known.
//
// to: paper
// extra: rank, knownCount
// filters: papersFilter on paper, isNamed on paper, isBegun on paper, isFirst on paper
// order: rank DESC, knownCount DESC, paper.key ASC
MATCH (paper:Paper)
WHERE $papersFilter
WITH paper, coalesce(paper.citedByCount, 0) AS knownCount,
  CASE WHEN $isNamed THEN 4 WHEN $isBegun THEN 3 WHEN $isFirst THEN 2 ELSE 1 END AS rank
