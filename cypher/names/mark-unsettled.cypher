// Notes whether listings are to be read again with other tables of names.
//
// $isUnsettled    they are
MATCH (state:GraphState {key: 'graph'})
SET state.namesUnsettled = $isUnsettled
