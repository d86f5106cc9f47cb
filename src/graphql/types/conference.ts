import type { ConferenceFilter } from '../../store/filters/filters.ts';
import { conferencePredicate } from '../../store/filters/named-predicates.ts';
import { int, list, optional, text } from '../../store/values.ts';
import { builder } from '../builder.ts';
import { column, extra } from '../graph-row.ts';
import { connectionOf, listOf, oneOf, required } from '../relation-fields.ts';
import { ConferenceConnection, InstitutionConnection, PaperConnection } from './connections.ts';
import { ConferenceKindEnum, conferenceKind } from './enums.ts';
import { ConferenceFilterInput, IntRange, PaperFilterInput } from './filters.ts';
import { NamedBy, namedList, namedLookUp } from './named-things.ts';
import { NamedOrderInput, PaperOrderInput } from './orders.ts';
import { pagingArguments } from './paging-arguments.ts';
import { papersRelation, plainRelation } from './paper-relations.ts';
import { Conference, Edition, Listing, Turnover } from './refs.ts';

interface RankRow {
  readonly scheme: string;
  readonly value: string;
}

const Rank = builder.objectRef<RankRow>('Rank').implement({
  description: 'A grade that somebody gives a series.',
  fields: (t) => ({
    scheme: t.exposeString('scheme', { description: 'Who grades, such as "CCF" or "CORE".' }),
    value: t.exposeString('value', { description: 'The grade, such as "A" or "A*".' }),
  }),
});

/** "CCF A" as stored: no scheme has a space. */
function rankFrom(stored: string): RankRow {
  const [scheme = '', ...value] = stored.split(' ');
  return { scheme, value: value.join(' ') };
}

Conference.implement({
  description:
    'A series in which papers are published: a conference, workshop, journal, preprint server or report series.',
  fields: (t) => ({
    key: t.string({ description: 'The readable key, such as "osdi".', ...column('key', text) }),
    acronym: t.string({ description: 'The acronym, such as "OSDI".', ...column('acronym', text) }),
    name: t.string({ nullable: true, description: 'The whole name.', ...column('name', optional(text)) }),
    aliases: t.stringList({ description: 'Other names and acronyms.', ...column('aliases', list(text)) }),
    kind: t.field({ type: ConferenceKindEnum, description: 'What kind of series.', ...column('kind', conferenceKind) }),
    rank: t.field({
      type: [Rank],
      description:
        'What it is ranked as, by schemes in alphabetical order; a scheme that does not rank it is left out.',
      extensions: { columns: ['ranks'] },
      resolve: ({ columns }) => (optional(list(text)).read(columns.ranks ?? null) ?? []).map(rankFrom),
    }),
    parent: t.field({
      type: Conference,
      nullable: true,
      description: 'The series that this workshop belongs to.',
      ...oneOf(plainRelation('conference/parent', 'Conference')),
    }),
    workshops: t.field({
      type: [Conference],
      description: 'Workshops of this series.',
      ...listOf(plainRelation('conference/workshops', 'Conference', { listSize: 10 })),
    }),
    editions: t.field({
      type: [Edition],
      description: 'Its years, newest first.',
      ...listOf(plainRelation('conference/editions', 'Edition', { listSize: 20 })),
    }),
    listings: t.field({
      type: [Listing],
      description:
        'What each source says of the series itself, such as its ranks; rows about its years are at `editions`.',
      ...listOf(plainRelation('conference/listings', 'Listing')),
    }),
    papers: t.field({
      type: PaperConnection,
      description: 'Papers published in it.',
      args: {
        filter: t.arg({ type: PaperFilterInput, description: 'Which of them; all where it is left out.' }),
        orderBy: t.arg({ type: PaperOrderInput, description: 'Their order; the newest first where it is left out.' }),
        ...pagingArguments(t),
      },
      ...connectionOf(papersRelation(() => ({ fragment: 'conference/papers' }))),
    }),
    turnover: t.field({
      type: [Turnover],
      description:
        'Who came and who left, for each year from its first paper with an institution to the last one. Units count under their parents. ' +
        'Example: `conference(by: {key: "osdi"}) { turnover(years: {min: 2020}) { year newcomers { totalCount nodes { name } } } }`.',
      args: { years: t.arg({ type: IntRange, description: 'Which years; all where it is left out.' }) },
      ...listOf({
        label: null,
        weight: 300,
        listSize: 20,
        call: ({ years }) => ({ fragment: 'conference/turnover', args: boundsOf(years as Years) }),
      }),
    }),
  }),
});

type Years = typeof IntRange.$inferInput | null | undefined;

/** A slip of a year must not become an answer without end; a year that is not known is none. */
function boundsOf(years: Years) {
  const [first, last] = years?.isKnown === false ? [1, 0] : [1000, 2999];
  return { from: Math.max(first, years?.min ?? first), to: Math.min(last, years?.max ?? last) };
}

Turnover.implement({
  description: 'A year of a series: which institutions came and which left.',
  fields: (t) => ({
    year: t.int({ description: 'The year.', ...extra('year', int) }),
    newcomers: t.field({
      type: InstitutionConnection,
      description: 'Institutions with their first paper in the series, from A to Z; in its first year all.',
      args: pagingArguments(t),
      ...connectionOf(plainRelation('conference/newcomers', 'Institution', { isCarried: true })),
    }),
    leavers: t.field({
      type: InstitutionConnection,
      description: 'Institutions whose last paper in the series was the year before, from A to Z.',
      args: pagingArguments(t),
      ...connectionOf(plainRelation('conference/leavers', 'Institution', { isCarried: true })),
    }),
  }),
});

Edition.implement({
  description: 'One year of a conference.',
  fields: (t) => ({
    key: t.string({ description: 'The readable key, such as "osdi-2023".', ...column('key', text) }),
    year: t.int({ description: 'Its year.', ...column('year', int) }),
    startDate: t.field({
      type: 'Date',
      nullable: true,
      description: 'Its first day; null where no source states days.',
      ...column('startDate', optional(text)),
    }),
    endDate: t.field({
      type: 'Date',
      nullable: true,
      description: 'Its last day.',
      ...column('endDate', optional(text)),
    }),
    place: t.string({
      nullable: true,
      description: 'Where it is held, as stated.',
      ...column('place', optional(text)),
    }),
    coLocatedWith: t.field({
      type: [Edition],
      description: 'Editions that it is held together with, whichever of the two says so.',
      ...listOf(plainRelation('edition/co-located', 'Edition')),
    }),
    url: t.field({
      type: 'URL',
      nullable: true,
      description: "Its site; where no source gives one, a page of a list about it, relative to the list's root.",
      ...column('url', optional(text)),
    }),
    acceptedCount: t.int({
      nullable: true,
      description: 'Papers that were accepted.',
      ...column('acceptedCount', optional(int)),
    }),
    submittedCount: t.int({
      nullable: true,
      description: 'Papers that were handed in.',
      ...column('submittedCount', optional(int)),
    }),
    listings: t.field({
      type: [Listing],
      description: 'What each source says of it: the lines that its facts stand on.',
      ...listOf(plainRelation('edition/listings', 'Listing')),
    }),
    conference: t.field({
      type: Conference,
      description: 'The series.',
      ...required(oneOf(plainRelation('edition/conference', 'Conference'))),
    }),
    papers: t.field({
      type: PaperConnection,
      description: 'Papers that appeared at it.',
      args: pagingArguments(t),
      ...connectionOf(plainRelation('edition/papers', 'Paper')),
    }),
  }),
});

builder.queryFields((t) => ({
  conference: t.field({
    type: Conference,
    nullable: true,
    description: 'One series; null where none is known. Example: `conference(by: {name: "USENIX ATC"}) { key }`.',
    args: { by: t.arg({ type: NamedBy, required: true, description: 'What to find it by.' }) },
    ...namedLookUp('Conference', 'conference'),
  }),
  conferences: t.field({
    type: ConferenceConnection,
    description:
      'Series that a filter lets through. Example: `conferences(filter: {nameContains: "KDD"}) { nodes { acronym } }`.',
    args: {
      filter: t.arg({ type: ConferenceFilterInput, description: 'Which series; all where it is left out.' }),
      orderBy: t.arg({ type: NamedOrderInput, description: 'Their order; from A to Z where it is left out.' }),
      ...pagingArguments(t),
    },
    ...connectionOf({
      label: 'Conference',
      ...namedList<ConferenceFilter>('conference', 'conferencesFilter', conferencePredicate),
    }),
  }),
}));
