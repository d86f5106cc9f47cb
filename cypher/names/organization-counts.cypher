// How many organisations each register holds.
//
// register             the register
// organizationCount    its organisations
MATCH (organization:Organization)
RETURN organization.register AS register, count(*) AS organizationCount
ORDER BY register ASC
