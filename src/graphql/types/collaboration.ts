import { float, int, optional, record } from '../../store/values.ts';
import { builder } from '../builder.ts';
import { extra, nodeWithin } from '../graph-row.ts';
import { limitOf } from '../paging.ts';
import type { Relation } from '../relation.ts';
import { connectionOf, listOf } from '../relation-fields.ts';
import { CollaborationConnection, CollaboratorConnection, PaperConnection } from './connections.ts';
import { CountingRuleEnum, countingOf } from './enums.ts';
import { PaperFilterInput } from './filters.ts';
import { BetweenInstitutionsInput, betweenSets, paperFiltersOfBetween } from './institution-sets.ts';
import { CollaborationOrderInput, collaborationOrder, PaperOrderInput, paperOrder } from './orders.ts';
import { pagingArguments } from './paging-arguments.ts';
import { paperFiltersOf, papersFilter, plainRelation } from './paper-relations.ts';
import { Collaboration, Collaborator, Institution, Topic, TopicCount } from './refs.ts';

/** The papers behind a link travel with its row, so they are never looked for again. */
export const evidence: Relation = {
  label: 'Paper',
  isCarried: true,
  call: ({ orderBy }) => {
    const order = paperOrder(orderBy as Parameters<typeof paperOrder>[0]);
    return { fragment: 'network/evidence', ...(order && { order }) };
  },
};

const evidenceTopics: Relation = {
  label: 'Topic',
  nodeField: 'topic',
  isCarried: true,
  limit: ({ first }) => limitOf(first, 'first', { max: 100, bySelf: 5 }),
  call: () => ({ fragment: 'network/evidence-topics' }),
};

Collaboration.implement({
  description: 'Two institutions that share papers. A pair appears once, its institutions in the order of keys.',
  fields: (t) => ({
    institutions: t.field({
      type: [Institution],
      description: 'The two institutions.',
      ...listOf(plainRelation('network/collaboration-institutions', 'Institution', { isCarried: true, listSize: 2 })),
    }),
  }),
});

Collaborator.implement({
  description: 'An institution that shares papers with the one above.',
  fields: (t) => ({
    institution: t.field({
      type: Institution,
      description: 'The other institution.',
      resolve: (row, _args, _context, info) => nodeWithin(row, 'Institution', `${info.path.key}.`),
    }),
  }),
});

/** What a link between two institutions shows, whichever of them one looks from. */
for (const link of [Collaboration, Collaborator]) {
  builder.objectFields(link, (t) => ({
    sharedPaperCount: t.int({ description: 'Papers that name both.', ...extra('sharedPaperCount', int) }),
    weight: t.float({ description: 'What the papers add up to under the counting rule.', ...extra('weight', float) }),
    firstYear: t.int({
      nullable: true,
      description: 'Year of the first shared paper; null where no year is known.',
      ...extra('firstYear', optional(int)),
    }),
    lastYear: t.int({
      nullable: true,
      description: 'Year of the last shared paper; null where no year is known.',
      ...extra('lastYear', optional(int)),
    }),
    topics: t.field({
      type: [TopicCount],
      description:
        'Topics of the shared papers, most papers first; a paper counts for the topics that it itself is listed under.',
      args: { first: t.arg.int({ defaultValue: 5, description: 'At most so many: 0 to 100.' }) },
      ...listOf(evidenceTopics),
    }),
    papers: t.field({
      type: PaperConnection,
      description: 'The shared papers.',
      args: {
        orderBy: t.arg({ type: PaperOrderInput, description: 'Their order; the newest first where it is left out.' }),
        ...pagingArguments(t),
      },
      ...connectionOf(evidence),
    }),
  }));
}

TopicCount.implement({
  description: 'A topic, and how many papers of a link are listed under it.',
  fields: (t) => ({
    topic: t.field({
      type: Topic,
      description: 'The topic.',
      resolve: (row, _args, _context, info) => nodeWithin(row, 'Topic', `${info.path.key}.`),
    }),
    paperCount: t.int({ description: 'How many papers.', ...extra('paperCount', int) }),
  }),
});

const sharedPapers = record({ sharedPaperCount: int });

builder.objectFields(CollaborationConnection, (t) => ({
  sharedPaperCount: t.int({
    description: 'Distinct papers behind all the pairs.',
    extensions: { aggregate: 'aggregate/shared-papers', weight: 100 },
    resolve: async (connection) => sharedPapers.read(await connection.total('sharedPaperCount')).sharedPaperCount,
  }),
  counting: t.field({
    type: CountingRuleEnum,
    description: 'The rule that the weights follow.',
    resolve: ({ args }) => countingOf(args.counting),
  }),
}));

builder.objectFields(CollaboratorConnection, (t) => ({
  counting: t.field({
    type: CountingRuleEnum,
    description: 'The rule that the weights follow.',
    resolve: ({ args }) => countingOf(args.counting),
  }),
}));

builder.queryFields((t) => ({
  collaborations: t.field({
    type: CollaborationConnection,
    description:
      'Pairs of institutions with shared papers. A pair appears once, its institutions ordered by key. ' +
      'Example: `collaborations(papers: {about: "embedding"}) { nodes { institutions { name } sharedPaperCount } }`. ' +
      'Between universities and companies: `collaborations(between: {a: {kind: [EDUCATION]}, b: {kind: [COMPANY]}}) { totalCount }`.',
    args: {
      papers: t.arg({ type: PaperFilterInput, description: 'Which papers count; all where it is left out.' }),
      between: t.arg({ type: BetweenInstitutionsInput, description: 'Which pairs; all where it is left out.' }),
      counting: t.arg({ type: CountingRuleEnum, defaultValue: 0, description: 'What a paper adds to the weight.' }),
      rollUpUnits: t.arg.boolean({ defaultValue: true, description: 'Counts units under their parents.' }),
      orderBy: t.arg({
        type: CollaborationOrderInput,
        description: 'Their order; most shared papers first where it is left out.',
      }),
      ...pagingArguments(t),
    },
    ...connectionOf({
      label: null,
      weight: 2_000,
      paperFilters: (args) => [...paperFiltersOf('papers')(args), ...paperFiltersOfBetween(args)],
      call: (args, lookup) => {
        const order = collaborationOrder(args.orderBy as Parameters<typeof collaborationOrder>[0]);
        const sets = betweenSets(args, lookup);
        const fragment = sets ? 'network/collaborations-between' : 'network/collaborations';
        return {
          fragment: args.rollUpUnits === false ? fragment : `${fragment}-rolled-up`,
          args: { counting: Number(args.counting ?? 0) },
          filters: { ...papersFilter(args, 'papers', lookup), ...sets },
          ...(order && { order }),
        };
      },
      coverage: (args, lookup) => ({ fragment: 'paper/all', filters: papersFilter(args, 'papers', lookup) }),
    }),
  }),
}));
