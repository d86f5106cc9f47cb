// Organisations of registers by their ids.
//
// $rors         ROR addresses
// $registers    the registers that count
// ror           the address; the other columns as `Organization` explains them
// name
// isBranch
// aliases
// acronyms
// kind
// countryCode
// homepage
// parents
// status
// successor
// modified
UNWIND $rors AS ror
MATCH (organization:Organization {ror: ror})
WHERE organization.register IN $registers
RETURN ror, organization.name AS name, organization.isBranch AS isBranch, organization.aliases AS aliases, organization.acronyms AS acronyms,
  organization.kind AS kind, organization.countryCode AS countryCode, organization.homepage AS homepage,
  organization.parents AS parents, organization.status AS status, organization.successor AS successor,
  organization.modified AS modified
ORDER BY ror ASC
