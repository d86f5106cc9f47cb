// By year, from the first paper of a series to its last: institutions with their first paper in it, and those whose last one was the year before. Units count under their parents.
//
// from: conference
// extra: year
// carries: newcomers, leavers
// order: year ASC
// $from    years before it are left out
// $to      years after it are left out
MATCH (conference)<-[:PUBLISHED_IN]-(paper:Paper)-[:AFFILIATED_WITH]->(unit:Institution)-[:COUNTS_UNDER]->(institution:Institution)
WHERE paper.year IS NOT NULL
WITH institution, min(paper.year) AS firstYear, max(paper.year) AS lastYear
WITH collect(institution) AS institutions, collect(firstYear) AS firstYears, collect(lastYear) AS lastYears, min(firstYear) AS start, max(lastYear) AS end
WHERE size(institutions) > 0
UNWIND range(CASE WHEN start > $from THEN start ELSE $from END, CASE WHEN end < $to THEN end ELSE $to END) AS year
WITH year,
  [place IN range(0, size(institutions) - 1) WHERE firstYears[place] = year | institutions[place]] AS newcomers,
  [place IN range(0, size(institutions) - 1) WHERE lastYears[place] = year - 1 | institutions[place]] AS leavers
