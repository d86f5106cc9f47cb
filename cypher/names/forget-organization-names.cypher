// Removes some names of organisations of registers.
//
// $registers        the registers
// $count            at most so many
// forgottenCount    0 where none is left
MATCH (named:OrganizationName)
WHERE named.register IN $registers
WITH named LIMIT $count
DETACH DELETE named
RETURN count(*) AS forgottenCount
