import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/store/engine.ts';
import type { AuthorFilter, PaperFilter } from '../../src/store/filters/filters.ts';
import { lookUpNames } from '../../src/store/filters/name-lookup.ts';
import { authorPredicate, paperFiltersWithin } from '../../src/store/filters/named-predicates.ts';
import { type GraphStore, openGraphStore } from '../../src/store/graph-store.ts';
import { readStart } from '../../src/store/read/reader.ts';
import { wholeList } from '../../src/store/read/selection.ts';
import { ask } from '../support/ask.ts';
import { emptyEngine, engineNames } from '../support/engines.ts';
import * as arbitraries from '../support/filter-arbitraries.ts';
import * as oracle from '../support/filter-oracle.ts';
import { type SmallGraph, smallGraph } from '../support/small-graph.ts';
import { writeSmallGraph } from '../support/write-small-graph.ts';

/** Random filters over random small graphs, by an engine and by a plain reading of the filter. */

/** A statement that Neo4j sees for the first time takes it a quarter of a second, and here each is new. */
const sizeOn = (engine: Engine['name']) => {
  if (engine === 'embedded') return { graphCount: 60, questionCount: 20 };
  return process.env.CI === 'true' ? { graphCount: 8, questionCount: 20 } : { graphCount: 6, questionCount: 10 };
};

interface PaperQuestion {
  readonly filter: PaperFilter;
  readonly asked: 'page' | 'totalCount' | 'pairs' | 'sharedPaperCount';
  readonly by: 'YEAR' | 'TITLE';
  readonly direction: 'ASC' | 'DESC';
  readonly isFromEnd: boolean;
  readonly size: number;
  readonly rollUpUnits: boolean;
}

const paperQuestion: fc.Arbitrary<PaperQuestion> = fc.record({
  filter: arbitraries.paperFilter,
  asked: fc.constantFrom('page', 'page', 'totalCount', 'pairs', 'sharedPaperCount'),
  by: fc.constantFrom('YEAR', 'TITLE'),
  direction: fc.constantFrom('ASC', 'DESC'),
  isFromEnd: fc.boolean(),
  size: fc.constantFrom(1, 3, 100),
  rollUpUnits: fc.boolean(),
});

const namedQuestion = fc.oneof(
  arbitraries.institutionFilter.map((filter) => ({ kind: 'institutions' as const, filter })),
  arbitraries.conferenceFilter.map((filter) => ({ kind: 'conferences' as const, filter })),
  arbitraries.topicFilter.map((filter) => ({ kind: 'topics' as const, filter })),
  arbitraries.authorFilter.map((filter) => ({ kind: 'authors' as const, filter })),
);
type NamedQuestion = typeof namedQuestion extends fc.Arbitrary<infer T> ? T : never;

describe.each(engineNames)('filters on %s', (name) => {
  const { graphCount, questionCount } = sizeOn(name);
  const texts: string[] = [];
  let engine: Engine;
  let store: GraphStore;
  beforeAll(async () => {
    engine = await emptyEngine(name);
    store = (await openGraphStore(engine)).observed(({ text }) => texts.push(text));
  });
  afterAll(() => store.close());

  const onGraphs = <T>(question: fc.Arbitrary<T>, check: (graph: SmallGraph, question: T) => Promise<void>) =>
    fc.assert(
      fc.asyncProperty(
        // Without a liking for the smallest values: of few graphs, most shall be full.
        fc.noBias(smallGraph),
        fc.noBias(fc.array(question, { minLength: questionCount, maxLength: questionCount })),
        async (graph, questions) => {
          await writeSmallGraph(engine, store, graph);
          for (const each of questions) await check(graph, each);
        },
      ),
      // A smaller example takes minutes on a server; its seed finds it again where somebody wants one.
      { numRuns: graphCount, endOnFailure: true },
    );

  test('papers, their order, number and collaborations are what a plain reading of the filter gives', async () => {
    await onGraphs(paperQuestion, async (graph, question) => {
      expect({ question, found: await papersFound(store, question) }).toEqual({
        question,
        found: papersExpected(graph, question),
      });
    });
  }, 600_000);

  test('institutions, conferences, topics and authors are what a plain reading of the filter gives', async () => {
    await onGraphs(namedQuestion, async (graph, question) => {
      expect({ question, found: await namedFound(store, question) }).toEqual({
        question,
        found: namedExpected(graph, question),
      });
    });
  }, 600_000);

  test('no value of a filter stands in the text of a statement', () => {
    expect(texts.length).toBeGreaterThan(graphCount * questionCount);
    // Every text of these graphs begins with zq or is a country's code, and their numbers are years or above 7,000.
    const value = /zq|'Z[QXYZ]'|(?<![\w.$])(?:199\d|200\d|70\d\d)(?![\w.])/i;
    expect([...new Set(texts)].filter((text) => value.test(text))).toEqual([]);
  });
});

const queries = {
  page: `query ($filter: PaperFilter, $orderBy: PaperOrder, $first: Int, $last: Int) {
    found: papers(filter: $filter, orderBy: $orderBy, first: $first, last: $last) { nodes { key } } }`,
  totalCount: 'query ($filter: PaperFilter) { found: papers(filter: $filter) { totalCount } }',
  pairs: `query ($filter: PaperFilter, $rollUpUnits: Boolean) {
    found: collaborations(papers: $filter, rollUpUnits: $rollUpUnits, first: 100) {
      nodes { institutions { key } sharedPaperCount } } }`,
  sharedPaperCount: `query ($filter: PaperFilter, $rollUpUnits: Boolean) {
    found: collaborations(papers: $filter, rollUpUnits: $rollUpUnits) { sharedPaperCount } }`,
} as const;

/** Keys in order, a number, or pairs as `a b n`. */
async function papersFound(store: GraphStore, question: PaperQuestion): Promise<readonly string[] | number> {
  const { filter, asked, by, direction, isFromEnd, size, rollUpUnits } = question;
  const page = isFromEnd ? { last: size } : { first: size };
  const { data, errors } = await ask(store, queries[asked], {
    filter,
    orderBy: { by, direction },
    ...page,
    rollUpUnits,
  });
  expect(errors).toBeUndefined();
  const { found } = data as {
    found: { nodes?: readonly PaperOrPair[]; totalCount?: number; sharedPaperCount?: number };
  };
  if (asked === 'page') return (found.nodes ?? []).map(({ key = '' }) => key);
  if (asked !== 'pairs') return found[asked] ?? -1;
  const pairs = (found.nodes ?? []).map(({ institutions = [], sharedPaperCount }) =>
    [...institutions.map(({ key }) => key), sharedPaperCount].join(' '),
  );
  return pairs.sort();
}

interface PaperOrPair {
  readonly key?: string;
  readonly institutions?: readonly { readonly key: string }[];
  readonly sharedPaperCount?: number;
}

function papersExpected(graph: SmallGraph, question: PaperQuestion): readonly string[] | number {
  const { filter, asked, by, direction, isFromEnd, size, rollUpUnits } = question;
  if (asked === 'pairs') return oracle.collaborationsOf(graph, filter, rollUpUnits);
  if (asked === 'sharedPaperCount') return oracle.sharedPaperCountOf(graph, filter, rollUpUnits);
  const keys = oracle.papersInOrder(graph, filter, by, direction);
  if (asked === 'totalCount') return keys.length;
  return isFromEnd ? keys.slice(-size) : keys.slice(0, size);
}

/** Keys, sorted. */
async function namedFound(store: GraphStore, { kind, filter }: NamedQuestion): Promise<readonly string[]> {
  if (kind === 'authors') return authorsFound(store, filter);
  const type = { institutions: 'InstitutionFilter', conferences: 'ConferenceFilter', topics: 'TopicFilter' }[kind];
  const { data, errors } = await ask(
    store,
    `query ($filter: ${type}) { found: ${kind}(filter: $filter) { nodes { key } } }`,
    { filter },
  );
  expect(errors).toBeUndefined();
  return (data as { found: { nodes: { key: string }[] } }).found.nodes.map(({ key }) => key).sort();
}

function namedExpected(graph: SmallGraph, { kind, filter }: NamedQuestion): readonly string[] {
  if (kind === 'institutions') return oracle.institutionsOf(graph, filter);
  if (kind === 'conferences') return oracle.conferencesOf(graph, filter);
  return kind === 'topics' ? oracle.topicsOf(graph, filter) : oracle.authorsOf(graph, filter);
}

/** The store is asked, and the keys are sorted: the list itself stands in the order of names. */
async function authorsFound(store: GraphStore, filter: AuthorFilter): Promise<readonly string[]> {
  const lookup = await lookUpNames(store, paperFiltersWithin(filter));
  const rows = await readStart(store, {
    take: 'rows',
    fragment: 'author/all',
    args: {},
    filters: { authorsFilter: authorPredicate(filter, lookup) },
    item: { label: 'Author', columns: [], relations: new Map() },
    page: wholeList,
  });
  return Array.isArray(rows) ? rows.map(({ columns }) => String(columns.key)).sort() : [];
}
