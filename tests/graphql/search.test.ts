import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PageInfo } from '../../src/graphql/connection.ts';
import type { Engine } from '../../src/store/engine.ts';
import { foundKinds, kindsOfNodes } from '../../src/store/find-predicates.ts';
import { type GraphStore, openGraphStore } from '../../src/store/graph-store.ts';
import { ask } from '../support/ask.ts';
import { until } from '../support/command-line.ts';
import { emptyEngine, engineNames } from '../support/engines.ts';
import { type AskedPart, asText, expectedHits, expectedSuggestions } from '../support/search-oracle.ts';
import {
  authorNames,
  conferenceNames,
  institutionNames,
  type SmallGraph,
  smallGraph,
  stems,
} from '../support/small-graph.ts';
import { writeSmallGraph } from '../support/write-small-graph.ts';

/** Random searches in random small graphs, by an engine and by a plain reading of the rules. */

const words = [
  ...Object.keys(stems),
  ...[...institutionNames, ...conferenceNames, ...authorNames].flatMap((name) =>
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((word) => word !== ''),
  ),
  'zqalpha',
  'zqbeta',
];
const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...words) },
  // Cut anywhere: a beginning only where it is the last.
  fc.tuple(fc.constantFrom(...words), fc.integer({ min: 1, max: 8 })).map(([whole, length]) => whole.slice(0, length)),
);
const part: fc.Arbitrary<AskedPart> = fc.oneof(
  { weight: 3, arbitrary: word.map((each) => ({ words: [each], isQuoted: false })) },
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 2 }).map((each) => ({ words: each, isQuoted: true })),
);
const question = fc.array(part, { minLength: 1, maxLength: 3 });

interface Hit {
  readonly score: number;
  readonly node: { readonly __typename: string; readonly key: string };
}

const hitFields = `score node { __typename ... on Paper { key } ... on Institution { key } ... on Conference { key }
  ... on Topic { key } ... on Author { key } }`;

const named = ({ node }: Hit) => `${node.__typename.toUpperCase()}:${node.key}`;

describe.each(engineNames)('search on %s', (name) => {
  const onNeo4j = process.env.CI === 'true' ? 30 : 12;
  const runs = name === 'embedded' ? 60 : onNeo4j;
  let engine: Engine;
  let store: GraphStore;
  beforeAll(async () => {
    engine = await emptyEngine(name);
    store = await openGraphStore(engine);
  });
  afterAll(() => engine.close());

  async function hitsOf(text: string, more = '') {
    const { data, errors } = await ask(
      store,
      `query ($text: String!) { search(text: $text, first: 100 ${more}) { totalCount nodes { ${hitFields} } } }`,
      { text },
    );
    expect(errors).toBeUndefined();
    return (data as { search: { totalCount: number; nodes: Hit[] } }).search;
  }

  /** Where the engine keeps words in memory, until they are there. */
  async function wordsRead(): Promise<void> {
    if (name !== 'embedded') return;
    for (const kind of foundKinds) {
      const { label, folded, known } = kindsOfNodes[kind];
      for (const property of ['searchText', folded])
        await until(
          () => store.wordIndex({ label, property, known }) !== null,
          () => `words of ${label}.${property}`,
        );
    }
  }

  async function pagesOf(text: string, way: 'forwards' | 'backwards'): Promise<readonly Hit[]> {
    const [size, place] = way === 'forwards' ? ['first', 'after'] : ['last', 'before'];
    let all: Hit[] = [];
    for (let cursor: string | null = null; ; ) {
      const { data, errors } = await ask(
        store,
        `query ($text: String!, $cursor: String) { search(text: $text, ${size}: 2, ${place}: $cursor) {
          nodes { ${hitFields} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
        { text, cursor },
      );
      expect(errors).toBeUndefined();
      const { nodes, pageInfo } = (data as { search: { nodes: Hit[]; pageInfo: PageInfo } }).search;
      all = way === 'forwards' ? [...all, ...nodes] : [...nodes, ...all];
      if (!(way === 'forwards' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return all;
      cursor = way === 'forwards' ? pageInfo.endCursor : pageInfo.startCursor;
    }
  }

  test('a search finds what a plain reading of its rules finds, counts it, and pages through it', async () => {
    await fc.assert(
      fc.asyncProperty(smallGraph, fc.array(question, { minLength: 5, maxLength: 5 }), async (graph, questions) => {
        await writeSmallGraph(engine, store, graph);
        for (const [index, asked] of questions.entries()) {
          // The first is answered by looking at all nodes, since no words have been read yet.
          if (index > 0) await wordsRead();
          await compare(graph, asked);
        }
      }),
      { numRuns: Math.ceil(runs / 5), seed: 7 },
    );

    async function compare(graph: SmallGraph, asked: readonly AskedPart[]) {
      const expected = expectedHits(graph, asked).map(({ kind, key }) => `${kind}:${key}`);
      const found = await hitsOf(asText(asked));
      expect([...found.nodes.map(named)].sort(), asText(asked)).toEqual([...expected].sort());
      expect(found.totalCount).toBe(expected.length);
      const scores = found.nodes.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      for (const way of ['forwards', 'backwards'] as const)
        expect((await pagesOf(asText(asked), way)).map(named), way).toEqual(found.nodes.map(named));
    }
  }, 240_000);

  test('suggestions are what begins so, the most papers first', async () => {
    await fc.assert(
      fc.asyncProperty(smallGraph, word, async (graph, prefix) => {
        await writeSmallGraph(engine, store, graph);
        if (prefix.length % 2 === 0) await wordsRead();
        const { data, errors } = await ask(
          store,
          'query ($prefix: String!) { suggest(prefix: $prefix, limit: 50) { kind key paperCount } }',
          { prefix },
        );
        expect(errors).toBeUndefined();
        const { suggest } = data as { suggest: { kind: string; key: string; paperCount: number }[] };
        const expected = expectedSuggestions(graph, prefix);
        expect(suggest.map(({ kind, key, paperCount }) => `${kind}:${key} ${paperCount}`).sort()).toEqual(
          expected.map(({ kind, key, knownCount }) => `${kind}:${key} ${kind === 'PAPER' ? 1 : knownCount}`).sort(),
        );
        const counts = suggest.map(({ paperCount }) => paperCount);
        expect(counts).toEqual([...counts].sort((a, b) => b - a));
      }),
      { numRuns: Math.ceil(runs / 4), seed: 7 },
    );
  }, 240_000);
});
