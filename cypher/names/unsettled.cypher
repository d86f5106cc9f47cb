// Whether tables of names changed and not every listing was read again since.
//
// isUnsettled    null where no table ever changed
MATCH (state:GraphState {key: 'graph'})
RETURN state.namesUnsettled AS isUnsettled
