import { defineQuery } from '../../store/define-query.ts';
import { int, type TypedShape } from '../../store/values.ts';
import { builder } from '../builder.ts';
import { Coverage } from './connections.ts';

const statsRow = {
  paperCount: int,
  institutionCount: int,
  conferenceCount: int,
  topicCount: int,
  authorCount: int,
  listingCount: int,
  problemCount: int,
  withInstitutionsCount: int,
  incompleteCount: int,
};
const graphStats = defineQuery('graph/stats', { params: {}, row: statsRow });

const GraphStats = builder.objectRef<TypedShape<typeof statsRow>>('GraphStats').implement({
  description: 'How much is in the graph.',
  fields: (t) => ({
    version: t.string({
      description: 'Moves with every write: an answer can be repeated while it stands.',
      resolve: async (_stats, _args, { store }) => String(await store.version()),
    }),
    paperCount: t.exposeInt('paperCount', { description: 'Papers.' }),
    institutionCount: t.exposeInt('institutionCount', { description: 'Institutions, units counted as themselves.' }),
    conferenceCount: t.exposeInt('conferenceCount', { description: 'Series of any kind.' }),
    topicCount: t.exposeInt('topicCount', { description: 'Topics.' }),
    authorCount: t.exposeInt('authorCount', { description: 'Authors.' }),
    listingCount: t.exposeInt('listingCount', { description: 'Rows of sources.' }),
    problemCount: t.exposeInt('problemCount', { description: 'Problems.' }),
    coverage: t.field({
      type: Coverage,
      description: 'What figures over all papers cannot see.',
      resolve: (stats) => stats,
    }),
  }),
});

builder.queryField('stats', (t) =>
  t.field({
    type: GraphStats,
    description: 'How much is in the graph.',
    extensions: { weight: 500 },
    resolve: async (_root, _args, { store }) => {
      const [stats] = await store.run(graphStats, {});
      if (!stats) throw new Error('cypher/graph/stats.cypher: expected one row, but got none.');
      return stats;
    },
  }),
);
