// Distinct papers behind pairs of institutions. An aggregate: it ends a statement that yields pairs with their papers.
//
// from: papers
// extra: sharedPaperCount
UNWIND papers AS shared
WITH count(DISTINCT shared) AS sharedPaperCount
