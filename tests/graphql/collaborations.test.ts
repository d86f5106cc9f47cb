import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/store/engine.ts';
import { type GraphStore, openGraphStore } from '../../src/store/graph-store.ts';
import { ask } from '../support/ask.ts';
import { facetOf, pairsOf } from '../support/count-oracle.ts';
import {
  type CountedPaper,
  drawnPapers,
  institutions,
  writePapers,
  writeSurroundings,
} from '../support/counted-graph.ts';
import { emptyEngine, engineNames } from '../support/engines.ts';

interface Pair {
  readonly institutions: readonly { readonly key: string }[];
  readonly sharedPaperCount: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

interface Pairs {
  readonly totalCount: number;
  readonly sharedPaperCount: number;
  readonly nodes: readonly Pair[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

const shown = '{ totalCount sharedPaperCount nodes { institutions { key } sharedPaperCount firstYear lastYear } }';

describe.each(engineNames)('collaborations on %s', (engineName) => {
  let engine: Engine;
  let store: GraphStore;
  beforeAll(async () => {
    engine = await emptyEngine(engineName);
    store = await openGraphStore(engine);
    await writeSurroundings(engine);
  });
  afterAll(() => store.close());

  async function answer<T = Record<string, Pairs>>(query: string): Promise<T> {
    const { data, errors } = await ask(store, query);
    expect(errors).toBeUndefined();
    return data as T;
  }

  async function onGraphs(property: (papers: readonly CountedPaper[]) => Promise<void>): Promise<void> {
    await fc.assert(
      fc.asyncProperty(drawnPapers, async (papers) => {
        await writePapers(engine, papers);
        await property(papers);
      }),
      { numRuns: engineName === 'neo4j' ? 4 : 15 },
    );
  }

  test('pairs, their counts and their years are what a plain program finds, units rolled up or not', async () => {
    await onGraphs(async (papers) => {
      const found = await answer(
        `{ true: collaborations(first: 100) ${shown} false: collaborations(first: 100, rollUpUnits: false) ${shown} }`,
      );
      for (const rollUpUnits of [true, false]) {
        const expected = pairsOf(papers, rollUpUnits);
        expect(found[String(rollUpUnits)]?.totalCount).toBe(expected.length);
        expect(sorted(found[String(rollUpUnits)])).toEqual(expected);
      }
    });
  });

  test('a pair shares as many papers as the filter by both institutions finds', async () => {
    await onGraphs(async () => {
      const { all } = await answer(`{ all: collaborations(first: 100) ${shown} }`);
      const counts = (all?.nodes ?? []).map(
        (pair, index) =>
          `p${index}: papers(first: 0, filter: {institution: {all: ${JSON.stringify(keysOf(pair))}}}) { totalCount }`,
      );
      const found = await answer<Record<string, { totalCount: number }>>(`{ __typename ${counts.join(' ')} }`);
      expect(all?.nodes.map((_, index) => found[`p${index}`]?.totalCount)).toEqual(
        all?.nodes.map(({ sharedPaperCount }) => sharedPaperCount),
      );
    });
  });

  test('between two sets gives the pairs with one institution in each, whichever set is named first', async () => {
    await onGraphs(async (papers) => {
      const us = '{key: ["alpha", "gamma"]}';
      const others = '{nameContains: "ta"}';
      const { ab, ba, within, apart } = await answer(
        `{ ab: collaborations(first: 100, between: {a: ${us}, b: ${others}}) ${shown}
           ba: collaborations(first: 100, between: {a: ${others}, b: ${us}}) ${shown}
           within: collaborations(first: 100, between: {within: ${us}}) ${shown}
           apart: collaborations(first: 100, rollUpUnits: false, papers: {year: {min: 2000}}, between: {within: {kind: [COMPANY, FACILITY, EDUCATION]}}) ${shown} }`,
      );
      const isUs = (key: string) => ['alpha', 'gamma'].includes(key);
      const isOther = (key: string) => ['beta', 'delta'].includes(key);
      const pairs = pairsOf(papers, true);
      const crossing = pairs.filter(
        ({ first, second }) => (isUs(first) && isOther(second)) || (isOther(first) && isUs(second)),
      );
      expect(sorted(ab)).toEqual(crossing);
      expect(ba).toEqual(ab);
      expect(ab?.totalCount).toBe(crossing.length);
      expect(sorted(within)).toEqual(pairs.filter(({ first, second }) => isUs(first) && isUs(second)));
      const hasKind = (key: string) => institutions.some((each) => each.key === key && each.kind !== null);
      const later = papers.filter(({ year }) => year !== null && year >= 2000);
      expect(sorted(apart)).toEqual(
        pairsOf(later, false).filter(({ first, second }) => hasKind(first) && hasKind(second)),
      );
    });
  });

  test('weights of pairs between sets count every institution of a paper', async () => {
    await onGraphs(async () => {
      const weights = '{ nodes { institutions { key } weight } }';
      const { some, all } = await answer<Record<string, { nodes: readonly Pair[] }>>(
        `{ some: collaborations(first: 100, counting: FRACTIONAL, between: {a: {key: ["alpha"]}, b: {key: ["beta"]}}) ${weights}
           all: collaborations(first: 100, counting: FRACTIONAL) ${weights} }`,
      );
      expect(some?.nodes).toEqual(all?.nodes.filter((pair) => keysOf(pair).join() === 'alpha,beta'));
    });
  });

  test('orders by first and last year put what is not known last, and pages follow them', async () => {
    await onGraphs(async (papers) => {
      const pairs = pairsOf(papers, true);
      for (const [by, direction] of [
        ['FIRST_YEAR', 'ASC'],
        ['LAST_YEAR', 'DESC'],
      ] as const) {
        const yearOf = ({ firstYear, lastYear }: (typeof pairs)[number]) =>
          by === 'FIRST_YEAR' ? firstYear : lastYear;
        const rank = (year: number | null) => (year === null ? 10_000 : direction === 'ASC' ? year : -year);
        const expected = [...pairs].sort((one, other) => rank(yearOf(one)) - rank(yearOf(other)));
        const found: string[] = [];
        for (let after = '', hasNextPage = true; hasNextPage; ) {
          const page: Record<string, Pairs> = await answer(
            `{ page: collaborations(first: 2, ${after} orderBy: {by: ${by}, direction: ${direction}}) { nodes { institutions { key } } pageInfo { endCursor hasNextPage } } }`,
          );
          found.push(...(page.page?.nodes ?? []).map((pair) => keysOf(pair).join()));
          after = `after: "${page.page?.pageInfo.endCursor}"`;
          hasNextPage = page.page?.pageInfo.hasNextPage ?? false;
        }
        expect(found).toEqual(expected.map(({ first, second }) => `${first},${second}`));
      }
    });
  });

  test('collaborators can be chosen, and their topics are the largest of the shared papers', async () => {
    await onGraphs(async (papers) => {
      const { institution } = await answer<{
        institution: Record<string, { totalCount: number; nodes: Collaborator[] }>;
      }>(
        `{ institution(by: {key: "alpha"}) {
            all: collaborators(first: 100) { totalCount nodes { institution { key } topics(first: 2) { topic { key } paperCount } } }
            some: collaborators(first: 100, filter: {kind: [EDUCATION]}) { totalCount nodes { institution { key } } } } }`,
      );
      const others = pairsOf(papers, true).flatMap(({ first, second }) => (first === 'alpha' ? [second] : []));
      const educated = others.filter((key) => ['beta', 'gamma'].includes(key));
      expect(institution.all?.totalCount).toBe(others.length);
      expect(institution.some?.totalCount).toBe(educated.length);
      expect(institution.some?.nodes.map(({ institution: { key } }) => key).sort()).toEqual(educated);
      for (const { institution: other, topics } of institution.all?.nodes ?? []) {
        const shared = papers.filter((paper) =>
          pairsOf([paper], true).some(({ first, second }) => first === 'alpha' && second === other.key),
        );
        expect(topics.map(({ topic, paperCount }) => ({ key: topic.key, paperCount }))).toEqual(
          facetOf('TOPIC', shared, true).slice(0, 2),
        );
      }
    });
  });

  test('the papers of a pair can be counted by facets', async () => {
    await onGraphs(async (papers) => {
      const { all } = await answer<{ all: { nodes: (Pair & { papers: { facet: unknown } })[] } }>(
        '{ all: collaborations(first: 100) { nodes { institutions { key } papers(first: 0) { facet(by: TYPE) { key paperCount } } } } }',
      );
      for (const pair of all.nodes) {
        const shared = papers.filter((paper) =>
          pairsOf([paper], true).some(({ first, second }) => `${first},${second}` === keysOf(pair).join()),
        );
        expect(pair.papers.facet).toEqual(facetOf('TYPE', shared, true));
      }
    });
  });

  test('sets that cannot be meant, and filters that cannot be read, are refused before anything is sent', async () => {
    for (const [query, message] of [
      ['{ collaborations(between: {}) { totalCount } }', 'expected either within, or a and b, but found none'],
      ['{ collaborations(between: {a: {}}) { totalCount } }', 'but found a'],
      ['{ collaborations(between: {within: {}, b: {}}) { totalCount } }', 'but found within and b'],
      ['{ collaborations(between: {within: {papers: {about: ""}}}) { totalCount } }', 'between.within.papers.about'],
      ['{ collaborations { nodes { topics(first: 101) { paperCount } } } }', 'first: expected 0 to 100'],
    ] as const) {
      const { errors, asked } = await ask(store, query);
      expect(errors?.[0]?.message).toContain(message);
      expect(asked).toEqual([]);
    }
  });

  test('names in the sets of a request are looked up', async () => {
    await onGraphs(async (papers) => {
      const { found } = await answer(
        `{ found: collaborations(first: 100, between: {within: {papers: {topic: {any: ["list/vision"]}}}}) ${shown} }`,
      );
      const onVision = (key: string) =>
        papers.some(
          ({ topics, institutions: named }) => topics.includes(2) && named.some((at) => institutions[at]?.key === key),
        );
      const expected = pairsOf(papers, true).filter(({ first, second }) => onVision(first) && onVision(second));
      expect(sorted(found)).toEqual(expected);
    });
  });
});

interface Collaborator {
  readonly institution: { readonly key: string };
  readonly topics: readonly { readonly topic: { readonly key: string }; readonly paperCount: number }[];
}

function keysOf({ institutions: pair }: Pair): readonly string[] {
  return pair.map(({ key }) => key);
}

/** Pairs in the order of keys, as the plain program gives them. */
function sorted(pairs: Pairs | undefined) {
  const rows = (pairs?.nodes ?? []).map(({ institutions: [one, other], sharedPaperCount, firstYear, lastYear }) => ({
    first: one?.key ?? '',
    second: other?.key ?? '',
    sharedPaperCount,
    firstYear,
    lastYear,
  }));
  return rows.sort((one, other) => (`${one.first} ${one.second}` < `${other.first} ${other.second}` ? -1 : 1));
}
