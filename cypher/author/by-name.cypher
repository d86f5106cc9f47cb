// The authors that have a name.
//
// to: author
// order: author.key ASC
// $folded    the folded name
MATCH (author:Author {nameFolded: $folded})
WITH author
