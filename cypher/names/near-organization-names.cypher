// Names of organisations that share the first and last letter of each word with others.
//
// $nearKeys     the letters
// $registers    the registers that count
// name          a name in the form in which names are compared
// ror           the organisation that goes by it
// isAcronym     false: acronyms have no such key
UNWIND $nearKeys AS nearKey
MATCH (named:OrganizationName {nearKey: nearKey})
WHERE named.register IN $registers
RETURN DISTINCT named.name AS name, named.ror AS ror, named.isAcronym AS isAcronym
ORDER BY name ASC, ror ASC
