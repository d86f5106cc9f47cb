import type { ConferenceRecord } from '../../model/graph.ts';
import type { SourceRecord, StatedEdition } from '../../model/source-record.ts';
import { pagePredicate } from '../../store/filters/problem-predicate.ts';
import { parseListingRecord } from '../../store/listing-record.ts';
import { int, optional, text } from '../../store/values.ts';
import { builder } from '../builder.ts';
import { column, type GraphRow } from '../graph-row.ts';
import { connectionOf, listOf, oneOf, required } from '../relation-fields.ts';
import { ListingConnection, PageConnection } from './connections.ts';
import { pagingArguments } from './paging-arguments.ts';
import { plainRelation } from './paper-relations.ts';
import { Conference, Edition, Listing, Page, Paper, Problem, Source } from './refs.ts';

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
      description: 'Its rows about papers and conferences, from top to bottom.',
      args: pagingArguments(t),
      ...connectionOf(plainRelation('page/listings', 'Listing')),
    }),
    problems: t.field({
      type: [Problem],
      description: 'What on it could not be taken as it stands, from top to bottom.',
      ...listOf(plainRelation('page/problems', 'Problem', { listSize: 20 })),
    }),
  }),
});

/** A field of a listing that shows a part of the record as stated: of a row about a paper, or about a conference. */
function stated<T>(ofPaper: (record: SourceRecord) => T, ofConference: (record: ConferenceRecord) => T) {
  return {
    extensions: { columns: ['record'] },
    resolve: ({ columns }: GraphRow): T => {
      const record = parseListingRecord(text.read(columns.record));
      return 'about' in record ? ofConference(record) : ofPaper(record);
    },
  };
}

/** A part that rows about papers alone have. */
function statedOfPaper<T>(read: (record: SourceRecord) => T, none: T) {
  return stated(read, () => none);
}

/** A part that rows about years of conferences alone have. */
function statedOfEdition(read: (record: StatedEdition) => string | null) {
  return stated(
    () => null,
    (record) => (record.about === 'EDITION' ? read(record) : null),
  );
}

Listing.implement({
  description: "One source's row about a paper, a series or one year of a series: what it states, as it states it.",
  fields: (t) => ({
    paper: t.field({
      type: Paper,
      nullable: true,
      description: 'The paper that it is about.',
      ...oneOf(plainRelation('listing/paper', 'Paper')),
    }),
    conference: t.field({
      type: Conference,
      nullable: true,
      description: 'The series that it is about.',
      ...oneOf(plainRelation('listing/conference', 'Conference')),
    }),
    editions: t.field({
      type: [Edition],
      description: 'The years of series that it is about; several for a joint edition.',
      ...listOf(plainRelation('listing/editions', 'Edition')),
    }),
    page: t.field({
      type: Page,
      description: 'The page that it stands on.',
      ...required(oneOf(plainRelation('listing/page', 'Page'))),
    }),
    line: t.int({ description: 'The line on the page, from 1.', ...column('line', int) }),
    section: t.stringList({
      description: 'Headings above it, outermost first.',
      ...statedOfPaper(({ section }) => [...section], []),
    }),
    title: t.string({
      nullable: true,
      description: 'The title as stated.',
      ...statedOfPaper(({ title }) => title, null),
    }),
    shortName: t.string({
      nullable: true,
      description: 'The short name as stated.',
      ...statedOfPaper(({ shortName }) => shortName, null),
    }),
    venue: t.string({
      nullable: true,
      description: 'The place of publication as stated; of a row about a conference, its name.',
      ...stated(
        ({ venue }) => venue,
        (record) => (record.about === 'EDITION' ? record.name : record.acronym),
      ),
    }),
    year: t.int({
      nullable: true,
      description: 'The year where stated apart from the place.',
      ...stated(
        ({ year }) => year,
        (record) => (record.about === 'EDITION' ? (record.year ?? null) : null),
      ),
    }),
    institutions: t.stringList({
      description: 'Institutions as stated.',
      ...statedOfPaper(({ institutions }) => [...institutions], []),
    }),
    dates: t.string({
      nullable: true,
      description: 'When the year of a series is held, as stated.',
      ...statedOfEdition(({ dates }) => dates),
    }),
    place: t.string({
      nullable: true,
      description: 'Where the year of a series is held, as stated.',
      ...statedOfEdition(({ place }) => place),
    }),
    remarks: t.stringList({
      description: 'Remarks without markup.',
      ...stated(
        ({ remarks }) => [...remarks],
        (record) => (record.about === 'EDITION' ? [...record.remarks] : []),
      ),
    }),
  }),
});

builder.queryFields((t) => ({
  sources: t.field({
    type: [Source],
    description: 'Every source in the graph.',
    ...listOf(plainRelation('source/all', 'Source', { listSize: 20 })),
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
