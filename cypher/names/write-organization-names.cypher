// Names that organisations of a register are looked up by.
//
// $rows    properties: name, nearKey, ror, isAcronym, register
UNWIND $rows AS row
CREATE (named:OrganizationName)
SET named = row.properties
