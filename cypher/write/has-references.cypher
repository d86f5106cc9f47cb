// Notes that papers state what they cite, so that later ones are looked for among what was cited.
MATCH (state:GraphState {key: 'graph'})
SET state.hasReferences = true
