// The two institutions of a pair.
//
// from: first, second
// to: institution
// each: first, second
// order: institution.key ASC
UNWIND [first, second] AS institution
WITH institution
