// Removes some organisations of registers.
//
// $registers        the registers
// $count            at most so many
// forgottenCount    0 where none is left
MATCH (organization:Organization)
WHERE organization.register IN $registers
WITH organization LIMIT $count
DETACH DELETE organization
RETURN count(*) AS forgottenCount
