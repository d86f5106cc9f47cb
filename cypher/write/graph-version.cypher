// Moves the graph version, which every write does.
//
// version    the new one, from 1
MERGE (state:GraphState {key: 'graph'})
SET state.version = coalesce(state.version, 0) + 1
RETURN state.version AS version
