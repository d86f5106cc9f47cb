import type { PaperFilter } from '../../store/filters/filters.ts';
import { paperPredicate } from '../../store/filters/paper-predicate.ts';
import { builder } from '../builder.ts';
import { checkPaperFilter } from '../check-filter.ts';
import { type CrossCountRow, crossCounts, type FacetCountRow, facetCounts, groupingOf } from '../facet-counts.ts';
import { limitOf } from '../paging.ts';
import type { FieldArguments } from '../relation.ts';
import type { TablePlan } from '../table-plans.ts';
import { PaperConnection } from './connections.ts';
import { type PaperFacet, PaperFacetEnum } from './enums.ts';
import { PaperFilterInput } from './filters.ts';

const maxGroups = 1_000;
const maxCrossGroups = 100;

const FacetCount = builder.objectRef<FacetCountRow>('FacetCount').implement({
  description: 'One group of a facet: what it is, and how many papers stand in it.',
  fields: (t) => ({
    key: t.exposeString('key', {
      description:
        'What the group stands for: the key of a node ("osdi"), a word of an enum ("PREPRINT"), an ISO country code, the year, or the first year of the decade.',
    }),
    name: t.exposeString('name', {
      description: 'The same for people: "OSDI", "Preprint", "United States", "2023", "2020s".',
    }),
    paperCount: t.exposeInt('paperCount', { description: 'How many papers stand in it, each once.' }),
    share: t.float({
      description:
        'Of these papers, the share (0 to 1) that a further filter lets through; 0 where there is no paper. Example: `share(of: {hasLink: [CODE]})`.',
      args: { of: t.arg({ type: PaperFilterInput, required: true, description: 'Which papers.' }) },
      extensions: { isShare: true, weight: 50 },
      resolve: ({ paperCount, fittingCounts }, _args, _context, info) =>
        paperCount === 0 ? 0 : (fittingCounts.get(String(info.path.key)) ?? 0) / paperCount,
    }),
  }),
});

const CrossCount = builder.objectRef<CrossCountRow>('CrossCount').implement({
  description: 'One cell of a cross table.',
  fields: (t) => ({
    row: t.exposeString('row', { description: 'The key of the row, as facets give it.' }),
    column: t.exposeString('column', { description: 'The key of the column, as facets give it.' }),
    paperCount: t.exposeInt('paperCount', { description: 'How many papers stand in both, each once; 0 too.' }),
  }),
});

const rollUpDescription =
  'Counts units under their parents, for institutions, their kinds and countries, and kinds of collaboration.';

builder.objectFields(PaperConnection, (t) => ({
  facet: t.field({
    type: [FacetCount],
    description:
      'The papers of the whole list, not of the page, counted by what they have: the largest groups first, ties by key. ' +
      'A paper stands in every group that it has, so groups may add up to more than there are papers. ' +
      'Years and decades stand in their order from the first to the last, those without papers too. ' +
      'Several stand side by side under aliases. ' +
      'Example: `papers(filter: {about: "embedding"}, first: 0) { years: facet(by: YEAR) { key paperCount } countries: facet(by: COUNTRY) { name paperCount } }`.',
    args: {
      by: t.arg({ type: PaperFacetEnum, required: true, description: 'What they are counted by.' }),
      limit: t.arg.int({
        defaultValue: 10,
        description: `At most so many groups: 0 to ${maxGroups}. Years and decades are never cut.`,
      }),
      rollUpUnits: t.arg.boolean({ defaultValue: true, description: rollUpDescription }),
    },
    extensions: { table: facetTable, weight: 300, sizeArgument: 'limit' },
    resolve: async (connection, { by }, _context, info) => facetCounts(by, await connection.table(info.path.key)),
  }),
  cross: t.field({
    type: [CrossCount],
    description:
      'The papers of the whole list counted by two things at once: the largest rows and columns, each in the order of its facet, and every cell of theirs. ' +
      'Example: `papers(first: 0) { cross(rows: YEAR, columns: COLLABORATION_KIND) { row column paperCount } }`.',
    args: {
      rows: t.arg({ type: PaperFacetEnum, required: true, description: 'What the rows are.' }),
      columns: t.arg({ type: PaperFacetEnum, required: true, description: 'What the columns are.' }),
      rowLimit: t.arg.int({
        defaultValue: 10,
        description: `At most so many rows: 0 to ${maxCrossGroups}. Years and decades are never cut.`,
      }),
      columnLimit: t.arg.int({
        defaultValue: 10,
        description: `At most so many columns: 0 to ${maxCrossGroups}. Years and decades are never cut.`,
      }),
      rollUpUnits: t.arg.boolean({ defaultValue: true, description: rollUpDescription }),
    },
    extensions: { table: crossTable, weight: 1_000, listSize: 100 },
    resolve: async (connection, { rows, columns }, _context, info) =>
      crossCounts(rows, columns, await connection.table(info.path.key)),
  }),
}));

function facetTable(args: FieldArguments, shares: ReadonlyMap<string, FieldArguments>): TablePlan {
  const { by, rollUpUnits } = args as { by: PaperFacet; rollUpUnits?: boolean | null };
  const limit = limitOf(args.limit, 'limit', { max: maxGroups, bySelf: 10 });
  // graphql-js has checked them against their input type.
  const filters = [...shares].map(([name, { of }]) => [name, of as PaperFilter] as const);
  for (const [, filter] of filters) checkPaperFilter(filter, 'of');
  return {
    filters: filters.map(([, filter]) => filter),
    bind: (lookup) => ({
      kind: 'facet',
      grouping: groupingOf(by, rollUpUnits ?? true),
      limit,
      shares: new Map(filters.map(([name, filter]) => [name, paperPredicate(filter, lookup)])),
    }),
  };
}

function crossTable(args: FieldArguments): TablePlan {
  const stated = args as { rows: PaperFacet; columns: PaperFacet; rollUpUnits?: boolean | null };
  const rollUpUnits = stated.rollUpUnits ?? true;
  const rowLimit = limitOf(args.rowLimit, 'rowLimit', { max: maxCrossGroups, bySelf: 10 });
  const columnLimit = limitOf(args.columnLimit, 'columnLimit', { max: maxCrossGroups, bySelf: 10 });
  return {
    filters: [],
    bind: () => ({
      kind: 'cross',
      rows: groupingOf(stated.rows, rollUpUnits),
      columns: groupingOf(stated.columns, rollUpUnits),
      rowLimit,
      columnLimit,
    }),
  };
}
