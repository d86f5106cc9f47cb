import fc from 'fast-check';
import type {
  AuthorFilter,
  ConferenceFilter,
  InstitutionFilter,
  IntRange,
  KeySet,
  PaperFilter,
  TopicFilter,
} from '../../src/store/filters/filters.ts';
import * as pool from './small-graph.ts';

/** Random filters over small graphs: every field, alone and together, with names that several nodes have and one that none has. */

/** One or two fields of many, so that a filter lets something through. */
function someFields<T extends object>(
  fields: {
    readonly [Name in keyof T]-?: fc.Arbitrary<T[Name]>;
  },
): fc.Arbitrary<T> {
  const chosen = fc.subarray(Object.keys(fields) as (keyof T & string)[], { minLength: 1, maxLength: 2 });
  return fc
    .tuple(chosen, fc.record<Required<T>>(fields as never))
    .map(([names, whole]) => Object.fromEntries(names.map((name) => [name, whole[name]])) as T);
}

const someOf = <T>(values: readonly T[], maxLength = 3): fc.Arbitrary<T[]> =>
  fc.subarray([...values], { maxLength: Math.min(maxLength, values.length) });
const names = (...pools: readonly (readonly string[])[]) => [...pools.flat(), 'zqnobody'];

const range = (from: number, to: number): fc.Arbitrary<IntRange> =>
  someFields<IntRange>({
    min: fc.integer({ min: from, max: to }),
    max: fc.integer({ min: from, max: to }),
    isKnown: fc.boolean(),
  });

const keySet = (values: readonly string[]): fc.Arbitrary<KeySet> =>
  someFields<KeySet>({
    any: someOf(values),
    all: someOf(values, 2),
    none: someOf(values),
    isKnown: fc.boolean(),
  });

const institutionValues = names(pool.institutionKeys, pool.institutionNames);
const topicValues = names(pool.topicKeys, pool.topicNames);
const countryValues = [...pool.countryCodes, 'zx', 'ZY'];

const aboutWord = fc.constantFrom(...Object.keys(pool.stems), 'zqalpha');
const about = fc
  .array(
    fc.oneof(
      aboutWord,
      fc.tuple(aboutWord, aboutWord).map(([one, other]) => `"${one} ${other}"`),
    ),
    { minLength: 1, maxLength: 2 },
  )
  .map((parts) => parts.join(' '));

const paperLeaf = someFields<Omit<PaperFilter, 'and' | 'or' | 'not'>>({
  about,
  titleContains: fc.constantFrom('zqalpha', 'BETA', 'a zq', 'zqgamma ZQDELTA', 'zqnothing'),
  key: someOf(pool.paperKeys, 4),
  year: range(1996, 2005),
  citedByCount: range(7000, 7006),
  institutionCount: range(0, 4),
  countryCount: range(0, 3),
  type: someOf(pool.typesUsed),
  conference: keySet(names(pool.conferenceKeys, pool.conferenceNames)),
  institution: fc
    .tuple(
      keySet(institutionValues),
      fc.option(someOf(pool.institutionKindsUsed), { nil: undefined }),
      fc.option(fc.boolean(), { nil: undefined }),
    )
    .map(([set, kind, rollUpUnits]) => ({
      ...set,
      ...(kind && { kind }),
      ...(rollUpUnits !== undefined && { rollUpUnits }),
    })),
  country: keySet(countryValues),
  topic: fc
    .tuple(keySet(topicValues), fc.option(fc.boolean(), { nil: undefined }))
    .map(([{ isKnown: _, ...set }, narrower]) => ({ ...set, ...(narrower !== undefined && { narrower }) })),
  author: keySet(names(pool.authorKeys, pool.authorNames)),
  collaborationKind: someOf(['INTERNATIONAL', 'NATIONAL', 'WITHIN_ONE', 'UNKNOWN'] as const, 2),
  hasLink: someOf(pool.linkKindsUsed, 2),
  award: fc.boolean(),
  page: someOf(names(pool.pagePaths, ['zqlist//zqa.md']), 2),
  affiliationsIncomplete: fc.boolean(),
});

/** and, or and not around leaves, three deep at most. */
export const paperFilter: fc.Arbitrary<PaperFilter> = nested<PaperFilter>(paperLeaf, 3);

export const institutionFilter: fc.Arbitrary<InstitutionFilter> = nested<InstitutionFilter>(
  someFields<Omit<InstitutionFilter, 'and' | 'or' | 'not'>>({
    key: someOf(pool.institutionKeys),
    nameContains: fc.constantFrom('lab', 'zqONE', 'east', 'zqnothing'),
    kind: someOf(pool.institutionKindsUsed, 1),
    country: keySet(countryValues),
    papers: paperLeaf,
    noPapers: paperLeaf,
    paperCount: range(0, 8),
  }),
  2,
);

export const conferenceFilter: fc.Arbitrary<ConferenceFilter> = someFields<ConferenceFilter>({
  key: someOf(pool.conferenceKeys, 2),
  nameContains: fc.constantFrom('zqconf', 'workshop'),
  kind: someOf(pool.conferenceKindsUsed, 1),
  rank: someOf(pool.ranks, 2),
  papers: paperFilter,
});

export const topicFilter: fc.Arbitrary<TopicFilter> = someFields<TopicFilter>({
  key: someOf(pool.topicKeys, 2),
  nameContains: fc.constantFrom('zqtopic', 'c++', 'zqc'),
  within: fc.constantFrom(...topicValues),
  papers: paperFilter,
});

export const authorFilter: fc.Arbitrary<AuthorFilter> = someFields<AuthorFilter>({
  key: someOf(pool.authorKeys, 2),
  nameContains: fc.constantFrom('ann', 'LEE'),
  institution: someOf(institutionValues, 2),
  papers: paperFilter,
  noPapers: paperFilter,
});

interface Nested<F> {
  readonly and?: readonly F[] | null | undefined;
  readonly or?: readonly F[] | null | undefined;
  readonly not?: F | null | undefined;
}

function nested<F extends Nested<F>>(
  leaf: fc.Arbitrary<Omit<F, 'and' | 'or' | 'not'>>,
  depth: number,
): fc.Arbitrary<F> {
  // A filter of leaves alone is a filter.
  const whole = leaf as unknown as fc.Arbitrary<F>;
  if (depth === 1) return whole;
  const inner = nested<F>(leaf, depth - 1);
  const several = fc.array(inner, { minLength: depth === 3 ? 0 : 1, maxLength: 3 });
  const around = (fields: Nested<F>) => fields as F;
  return fc.oneof(
    whole,
    several.map((and) => around({ and })),
    several.map((or) => around({ or })),
    inner.map((not) => around({ not })),
    fc.tuple(leaf, several).map(([fields, or]) => around({ ...fields, or })),
    fc.tuple(leaf, inner).map(([fields, not]) => around({ ...fields, not })),
  );
}
