// The author of an ORCID.
//
// to: author
// order: author.key ASC
// $value    without the address: 0000-0002-1825-0097
MATCH (author:Author {orcid: $value})
WITH author
