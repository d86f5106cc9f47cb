// Where the records of organisations begin in their registers.
//
// $rors         ROR addresses
// $registers    the registers that count
// register      the register
// line          the line on which the record begins, from 1
UNWIND $rors AS ror
MATCH (organization:Organization {ror: ror})
WHERE organization.register IN $registers
RETURN organization.register AS register, coalesce(organization.line, 1) AS line
ORDER BY register ASC, line ASC
