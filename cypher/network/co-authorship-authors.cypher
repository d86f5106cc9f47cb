// The two authors of a pair.
//
// from: first, second
// to: author
// order: author.key ASC
UNWIND [first, second] AS author
WITH author
