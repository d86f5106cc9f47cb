// Whether any paper of the graph has stated what it cites.
//
// hasReferences    whether one has
MATCH (state:GraphState {key: 'graph'})
RETURN coalesce(state.hasReferences, false) AS hasReferences
ORDER BY hasReferences ASC
