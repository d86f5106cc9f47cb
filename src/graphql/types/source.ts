import { pagePredicate } from '../../store/filters/named-predicates.ts';
import { parseRecord } from '../../store/identity-queries.ts';
import { int, optional, text } from '../../store/values.ts';
import { builder } from '../builder.ts';
import { column, type GraphRow } from '../graph-row.ts';
import { connectionOf, listOf, oneOf, required } from '../relation-fields.ts';
import { ListingConnection, PageConnection } from './connections.ts';
import { pagingArguments } from './paging-arguments.ts';
import { plainRelation } from './paper-relations.ts';
import { Listing, Page, Paper, Problem, Source } from './refs.ts';

Source.implement({
  description: 'A reading list or a data set that was imported.',
  fields: (t) => ({
    key: t.string({ description: 'The readable key.', ...column('key', text) }),
    kind: t.string({ description: 'What it is, such as "reading list".', ...column('kind', text) }),
    url: t.field({ type: 'URL', nullable: true, description: 'Where it is kept.', ...column('url', optional(text)) }),
    revision: t.string({
      nullable: true,
      description: 'The git commit that was imported.',
      ...column('revision', optional(text)),
    }),
    importedAt: t.string({
      description: 'When it was last imported with a change, ISO 8601 in UTC.',
      ...column('importedAt', text),
    }),
    pages: t.field({
      type: PageConnection,
      description: 'Its files.',
      args: pagingArguments(t),
      ...connectionOf(plainRelation('source/pages', 'Page')),
    }),
  }),
});

Page.implement({
  description: 'One file of a source.',
  fields: (t) => ({
    key: t.string({ description: 'The readable key: source and path.', ...column('key', text) }),
    path: t.string({ description: 'Its path in the source.', ...column('path', text) }),
    url: t.field({
      type: 'URL',
      nullable: true,
      description: 'The file at the git host.',
      ...column('url', optional(text)),
    }),
    title: t.string({ nullable: true, description: 'Its first heading.', ...column('title', optional(text)) }),
    source: t.field({
      type: Source,
      description: 'The source that it is in.',
      ...required(oneOf(plainRelation('page/source', 'Source'))),
    }),
    listings: t.field({
      type: ListingConnection,
      description: 'Its rows about papers, from top to bottom.',
      args: pagingArguments(t),
      ...connectionOf(plainRelation('page/listings', 'Listing')),
    }),
    problems: t.field({
      type: [Problem],
      description: 'What on it could not be taken as it stands, from top to bottom.',
      ...listOf(plainRelation('page/problems', 'Problem')),
    }),
  }),
});

/** A field of a listing that shows a part of the record as stated. */
function stated<T>(read: (record: ReturnType<typeof parseRecord>) => T) {
  return {
    extensions: { columns: ['record'] },
    resolve: ({ columns }: GraphRow): T => read(parseRecord(text.read(columns.record))),
  };
}

Listing.implement({
  description: "One source's row about a paper: what it states, as it states it.",
  fields: (t) => ({
    paper: t.field({
      type: Paper,
      nullable: true,
      description: 'The paper that it is about.',
      ...oneOf(plainRelation('listing/paper', 'Paper')),
    }),
    page: t.field({
      type: Page,
      description: 'The page that it stands on.',
      ...required(oneOf(plainRelation('listing/page', 'Page'))),
    }),
    line: t.int({ description: 'The line on the page, from 1.', ...column('line', int) }),
    section: t.stringList({
      description: 'Headings above it, outermost first.',
      ...stated(({ section }) => [...section]),
    }),
    title: t.string({ nullable: true, description: 'The title as stated.', ...stated(({ title }) => title) }),
    shortName: t.string({
      nullable: true,
      description: 'The short name as stated.',
      ...stated(({ shortName }) => shortName),
    }),
    venue: t.string({
      nullable: true,
      description: 'The place of publication as stated.',
      ...stated(({ venue }) => venue),
    }),
    year: t.int({
      nullable: true,
      description: 'The year where stated apart from the place.',
      ...stated(({ year }) => year),
    }),
    institutions: t.stringList({
      description: 'Institutions as stated.',
      ...stated(({ institutions }) => [...institutions]),
    }),
    remarks: t.stringList({ description: 'Remarks without markup.', ...stated(({ remarks }) => [...remarks]) }),
  }),
});

builder.queryFields((t) => ({
  sources: t.field({
    type: [Source],
    description: 'Every source in the graph.',
    ...listOf(plainRelation('source/all', 'Source')),
  }),
  pages: t.field({
    type: PageConnection,
    description: 'Pages of all sources, or of one.',
    args: { source: t.arg.string({ description: 'Key of a source.' }), ...pagingArguments(t) },
    ...connectionOf({
      label: 'Page',
      call: ({ source }) => ({
        fragment: 'page/all',
        filters: { pagesFilter: pagePredicate(typeof source === 'string' ? source : null) },
      }),
    }),
  }),
}));
