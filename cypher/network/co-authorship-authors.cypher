// The two authors of a pair.
//
// from: first, second
// to: author
// each: first, second
// order: author.key ASC
UNWIND [first, second] AS author
WITH author
