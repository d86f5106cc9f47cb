// All sources.
//
// to: source
// order: source.key ASC
MATCH (source:Source)
WITH source
