// Countries, and how often papers name an institution there.
//
// $wanted         stated: the code, upper case
// kind            `country`
// stated          as given
// key             the code
// degree          papers; one that names two institutions there counts twice
UNWIND $wanted AS wanted
MATCH (node:Institution {countryCode: wanted.stated})
RETURN 'country' AS kind, wanted.stated AS stated, wanted.stated AS key, sum(COUNT { (node)<-[:AFFILIATED_WITH]-() }) AS degree
