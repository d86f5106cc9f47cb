// The institution of a ROR id.
//
// to: institution
// order: institution.key ASC
// $value    the full address, https://ror.org/…
MATCH (institution:Institution {ror: $value})
WITH institution
