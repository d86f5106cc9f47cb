// Organisations that go by names.
//
// $names        names in the form in which they are compared
// $registers    the registers that count
// name          one of the names
// ror           an organisation that goes by it
// isAcronym     the registry has it as an acronym alone
UNWIND $names AS name
MATCH (named:OrganizationName {name: name})
WHERE named.register IN $registers
RETURN DISTINCT name, named.ror AS ror, named.isAcronym AS isAcronym
ORDER BY name ASC, ror ASC, isAcronym ASC
