/** The layers of the map as rules: imports point one way. */

const layer = (name, may) => ({
  name: `${name}-imports`,
  comment: `src/${name} may import ${may.length === 0 ? 'nothing else of src' : may.map((each) => `src/${each}`).join(', ')}. See ARCHITECTURE.md, Layers.`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: '^src/', pathNot: `^src/(${[name, ...may].join('|')})/` },
});

const only = (what, where, packages) => ({
  name: `only-${what}`,
  comment: `Only ${where} may import ${what}.`,
  severity: 'error',
  from: { path: '^src/', pathNot: where },
  to: { path: packages },
});

const pure = ['model', 'importers', 'reconcile', 'analytics', 'exporters'];

export default {
  forbidden: [
    layer('model', []),
    layer('importers', ['model']),
    layer('reconcile', ['model']),
    layer('store', ['model']),
    layer('analytics', ['model']),
    layer('exporters', ['model']),
    layer('import', ['model', 'importers', 'exporters', 'reconcile', 'store']),
    layer('graphql', ['model', 'store', 'analytics', 'import']),
    layer('server', ['model', 'store', 'graphql', 'import']),
    only('drivers', '^src/store/(embedded|neo4j)/', 'node_modules/(@grafeo-db|neo4j-driver)'),
    {
      name: 'pure-layers',
      comment: `${pure.join(', ')} take values and give values: no files, sockets, clocks or processes. Hashes are values.`,
      severity: 'error',
      from: { path: `^src/(${pure.join('|')})/` },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'no-circles',
      comment: 'A circle has no one way.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
