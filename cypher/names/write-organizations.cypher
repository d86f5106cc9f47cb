// Organisations of a register.
//
// $rows    properties, the register among them
UNWIND $rows AS row
CREATE (organization:Organization)
SET organization = row.properties
