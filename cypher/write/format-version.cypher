// Marks an empty graph with the format that it is stored in.
//
// $formatVersion    the format that this program writes
MERGE (state:GraphState {key: 'graph'})
SET state.formatVersion = $formatVersion, state.version = coalesce(state.version, 0)
