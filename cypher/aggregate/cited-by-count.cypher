// Citations of papers, where known, summed. One engine's sum of nothing is null. An aggregate: it ends a statement that yields papers.
//
// from: paper
// extra: citedByCount
WITH coalesce(sum(paper.citedByCount), 0) AS citedByCount
