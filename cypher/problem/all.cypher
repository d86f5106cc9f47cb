// All problems that a filter lets through, in the order of pages and lines.
//
// to: problem
// filters: problemsFilter on problem
// order: problem.placeAscending ASC
MATCH (problem:Problem)
WHERE $problemsFilter
WITH problem
