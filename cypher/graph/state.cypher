// The graph's version and the format that it is stored in; no row in a graph that Papergraph did not make.
//
// version          moves with every write
// formatVersion    the format
MATCH (state:GraphState {key: 'graph'})
RETURN state.version AS version, state.formatVersion AS formatVersion
ORDER BY version ASC
