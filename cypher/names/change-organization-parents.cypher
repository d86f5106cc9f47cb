// Parents of organisations of a register.
//
// $register    the register
// $rows        ror, parents
UNWIND $rows AS row
MATCH (organization:Organization {ror: row.ror})
WHERE organization.register = $register
SET organization.parents = row.parents
