// All institutions that a filter lets through.
//
// to: institution
// filters: institutionsFilter on institution
// order: institution.nameAscending ASC
MATCH (institution:Institution)
WHERE $institutionsFilter
WITH institution
