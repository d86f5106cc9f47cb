import { float, int, optional } from '../../store/values.ts';
import { builder } from '../builder.ts';
import { extra, nodeWithin } from '../graph-row.ts';
import { connectionOf, listOf } from '../relation-fields.ts';
import { evidence } from './collaboration.ts';
import { CoAuthorConnection, CoAuthorshipConnection, PaperConnection } from './connections.ts';
import { CountingRuleEnum, countingOf } from './enums.ts';
import { PaperFilterInput } from './filters.ts';
import { PaperOrderInput } from './orders.ts';
import { pagingArguments } from './paging-arguments.ts';
import { paperFiltersOf, papersFilter, plainRelation } from './paper-relations.ts';
import { Author, CoAuthor, CoAuthorship } from './refs.ts';

CoAuthorship.implement({
  description: 'Two authors who share papers. A pair appears once, its authors in the order of keys.',
  fields: (t) => ({
    authors: t.field({
      type: [Author],
      description: 'The two authors.',
      ...listOf(plainRelation('network/co-authorship-authors', 'Author', { isCarried: true })),
    }),
    weight: t.float({ description: 'What the papers add up to under the counting rule.', ...extra('weight', float) }),
  }),
});

CoAuthor.implement({
  description: 'An author who shares papers with the one above.',
  fields: (t) => ({
    author: t.field({
      type: Author,
      description: 'The other author.',
      resolve: (row, _args, _context, info) => nodeWithin(row, 'Author', `${info.path.key}.`),
    }),
  }),
});

/** What a link between two authors shows, whichever of them one looks from. */
for (const link of [CoAuthorship, CoAuthor]) {
  builder.objectFields(link, (t) => ({
    sharedPaperCount: t.int({ description: 'Papers by both.', ...extra('sharedPaperCount', int) }),
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

builder.objectFields(CoAuthorshipConnection, (t) => ({
  counting: t.field({
    type: CountingRuleEnum,
    description: 'The rule that the weights follow.',
    resolve: ({ args }) => countingOf(args.counting),
  }),
}));

builder.objectFields(Author, (t) => ({
  coAuthors: t.field({
    type: CoAuthorConnection,
    description: 'Authors who share papers with this one, most shared papers first.',
    args: {
      papers: t.arg({ type: PaperFilterInput, description: 'Which papers count; all where it is left out.' }),
      ...pagingArguments(t),
    },
    ...connectionOf({
      label: 'Author',
      nodeField: 'author',
      weight: 100,
      paperFilters: paperFiltersOf('papers'),
      call: (args, lookup) => ({ fragment: 'author/co-authors', filters: papersFilter(args, 'papers', lookup) }),
    }),
  }),
}));

builder.queryFields((t) => ({
  coAuthorships: t.field({
    type: CoAuthorshipConnection,
    description:
      'Pairs of authors with shared papers. A pair appears once, its authors ordered by key. ' +
      'Example: `coAuthorships(papers: {about: "embedding"}, first: 5) { nodes { authors { name } sharedPaperCount } }`.',
    args: {
      papers: t.arg({ type: PaperFilterInput, description: 'Which papers count; all where it is left out.' }),
      counting: t.arg({ type: CountingRuleEnum, defaultValue: 0, description: 'What a paper adds to the weight.' }),
      ...pagingArguments(t),
    },
    ...connectionOf({
      label: null,
      weight: 2_000,
      paperFilters: paperFiltersOf('papers'),
      call: (args, lookup) => ({
        fragment: 'network/co-authorships',
        args: { counting: Number(args.counting ?? 0) },
        filters: papersFilter(args, 'papers', lookup),
      }),
    }),
  }),
}));
