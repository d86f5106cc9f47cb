import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/store/engine.ts';
import { type GraphStore, openGraphStore } from '../../src/store/graph-store.ts';
import { ask } from '../support/ask.ts';
import { crossOf, facetOf, institutionsOf } from '../support/count-oracle.ts';
import {
  type CountedPaper,
  drawnPapers,
  institutions,
  topics,
  writePapers,
  writeSurroundings,
} from '../support/counted-graph.ts';
import { emptyEngine, engineNames } from '../support/engines.ts';

const facets = [
  'YEAR',
  'DECADE',
  'TYPE',
  'CONFERENCE',
  'CONFERENCE_KIND',
  'INSTITUTION',
  'INSTITUTION_KIND',
  'COUNTRY',
  'TOPIC',
  'AUTHOR',
  'LINK_KIND',
  'AWARD',
  'COLLABORATION_KIND',
];
const rolledUp = ['INSTITUTION', 'INSTITUTION_KIND', 'COUNTRY', 'COLLABORATION_KIND'];
const allFacets = [
  ...facets.map((by) => `${by}: facet(by: ${by}, limit: 100) { key paperCount }`),
  ...rolledUp.map((by) => `${by}_KEPT_APART: facet(by: ${by}, limit: 100, rollUpUnits: false) { key paperCount }`),
].join(' ');

/** A filter as GraphQL, and the same in plain TypeScript. */
const filters: readonly (readonly [text: string, lets: (paper: CountedPaper) => boolean])[] = [
  ['{}', () => true],
  ['{year: {min: 2003}}', ({ year }) => year !== null && year >= 2003],
  ['{key: ["p0", "p1", "p2", "p9"]}', ({ key }) => ['p0', 'p1', 'p2'].includes(key)],
  ['{not: {type: [ARTICLE]}}', ({ type }) => type !== 'ARTICLE'],
  ['{institution: {any: ["alpha"]}}', (paper) => institutionsOf(paper, true).includes(0)],
  [
    '{topic: {any: ["list/systems"], narrower: false}, hasLink: [CODE]}',
    (paper) => paper.topics.includes(0) && paper.linkKinds.includes('CODE'),
  ],
];

interface Counted {
  readonly totalCount: number;
  readonly [alias: string]: unknown;
}

describe.each(engineNames)('facets on %s', (engineName) => {
  let engine: Engine;
  let store: GraphStore;
  beforeAll(async () => {
    engine = await emptyEngine(engineName);
    store = await openGraphStore(engine);
    await writeSurroundings(engine);
  });
  afterAll(() => store.close());

  async function answer<T = Record<string, Counted>>(query: string): Promise<T> {
    const { data, errors } = await ask(store, query);
    expect(errors).toBeUndefined();
    return data as T;
  }

  /** Runs a property on a few graphs. Neo4j plans each statement anew when a small graph changes, so it has fewer. */
  async function onGraphs(property: (papers: readonly CountedPaper[]) => Promise<void>, onNeo4j = 3): Promise<void> {
    await fc.assert(
      fc.asyncProperty(drawnPapers, async (papers) => {
        await writePapers(engine, papers);
        await property(papers);
      }),
      { numRuns: engineName === 'neo4j' ? onNeo4j : 12 },
    );
  }

  function expectFacets(found: Counted | undefined, papers: readonly CountedPaper[], expected = facets): void {
    expect(found?.totalCount).toBe(papers.length);
    for (const by of expected) expect([by, found?.[by]]).toEqual([by, facetOf(by, papers, true)]);
    for (const by of expected === facets ? rolledUp : []) {
      expect([by, found?.[`${by}_KEPT_APART`]]).toEqual([by, facetOf(by, papers, false)]);
    }
  }

  test('every facet counts what a plain program counts, under every filter', async () => {
    await onGraphs(async (papers) => {
      for (const [text, lets] of filters.filter((_, place) => engineName === 'embedded' || place % 2 === 1)) {
        const { found } = await answer(`{ found: papers(filter: ${text}, first: 0) { totalCount ${allFacets} } }`);
        expectFacets(found, papers.filter(lets));
      }
    }, 1);
  });

  test('below an institution, a conference or a topic, facets count its papers', async () => {
    const some = ['YEAR', 'INSTITUTION', 'TOPIC', 'COLLABORATION_KIND'];
    const someFacets = some.map((by) => `${by}: facet(by: ${by}) { key paperCount }`).join(' ');
    const expectSome = (found: Counted | undefined, papers: readonly CountedPaper[]) =>
      expectFacets(found, papers, some);
    await onGraphs(async (papers) => {
      const found = await answer<Record<string, { papers: Counted }>>(
        `{ institution(by: {key: "alpha"}) { papers(first: 0) { totalCount ${someFacets} } }
           itself: institution(by: {key: "alpha"}) { papers(rollUpUnits: false, filter: {year: {max: 2003}}) { totalCount ${someFacets} } }
           conference(by: {key: "osdi"}) { papers(first: 0) { totalCount ${someFacets} } }
           topic(by: {key: "list/systems"}) { papers(first: 0) { totalCount ${someFacets} } } }`,
      );
      expectSome(
        found.institution?.papers,
        papers.filter((paper) => institutionsOf(paper, true).includes(0)),
      );
      expectSome(
        found.itself?.papers,
        papers.filter(({ year, institutions: named }) => named.includes(0) && year !== null && year <= 2003),
      );
      expectSome(
        found.conference?.papers,
        papers.filter((paper) => paper.conferences.includes(0)),
      );
      expectSome(
        found.topic?.papers,
        papers.filter(({ topics: on }) => on.includes(0) || on.includes(1)),
      );
    }, 1);
  });

  test('what a facet counts is what the list of the group counts', async () => {
    await onGraphs(async () => {
      const { papers, ...lists } = await answer(`{
        papers(first: 0) { totalCount ${allFacets} unknownYear: facet(by: YEAR) { key } }
        noYear: papers(filter: {year: {isKnown: false}}, first: 0) { totalCount }
        ${institutions.map(({ key }) => `${alias(key)}: institution(by: {key: "${key}"}) { papers(first: 0) { totalCount } itself: papers(first: 0, rollUpUnits: false) { totalCount } }`).join(' ')}
        ${topics.map((key) => `${alias(key)}: topic(by: {key: "${key}"}) { papers(first: 0, narrower: false) { totalCount } }`).join(' ')}
      }`);
      const countsOf = (name: string) => papers?.[name] as readonly Count[];
      const listed = lists as unknown as Record<string, Record<string, Counted>>;
      expect(sum(countsOf('YEAR')) + (lists.noYear?.totalCount ?? 0)).toBe(papers?.totalCount);
      expect(sum(countsOf('COLLABORATION_KIND'))).toBe(papers?.totalCount);
      for (const { key, paperCount } of countsOf('INSTITUTION')) {
        expect([key, listed[alias(key)]?.papers?.totalCount]).toEqual([key, paperCount]);
      }
      for (const { key, paperCount } of countsOf('INSTITUTION_KEPT_APART')) {
        expect([key, listed[alias(key)]?.itself?.totalCount]).toEqual([key, paperCount]);
      }
      for (const { key, paperCount } of countsOf('TOPIC')) {
        expect([key, listed[alias(key)]?.papers?.totalCount]).toEqual([key, paperCount]);
      }
    });
  });

  test('filters by kind of collaboration and by country let through what their facets count, units kept apart', async () => {
    await onGraphs(async () => {
      const kinds = ['INTERNATIONAL', 'NATIONAL', 'WITHIN_ONE', 'UNKNOWN'];
      const { papers, ...found } = await answer(`{ papers(first: 0) { totalCount ${allFacets} }
        ${kinds.map((kind) => `${kind}: papers(filter: {collaborationKind: [${kind}]}, first: 0) { totalCount }`).join(' ')}
        ${['US', 'GB', 'CN'].map((code) => `${code}: papers(filter: {country: {any: ["${code}"]}}, first: 0) { totalCount }`).join(' ')} }`);
      for (const by of ['COLLABORATION_KIND', 'COUNTRY']) {
        const counts = papers?.[`${by}_KEPT_APART`] as readonly Count[];
        for (const { key, paperCount } of counts) {
          expect([key, found[key]?.totalCount]).toEqual([key, paperCount]);
        }
      }
    });
  });

  test('a share is the part of a group that a further filter lets through', async () => {
    await onGraphs(async (papers) => {
      const { found } = await answer<Record<string, { topics: Shared[]; years: Shared[] }>>(
        `{ found: papers(first: 0) {
          topics: facet(by: TOPIC, limit: 2) { key paperCount share(of: {hasLink: [CODE]}) atAlpha: share(of: {institution: {any: ["alpha"]}}) }
          years: facet(by: YEAR) { key paperCount share(of: {hasLink: [CODE]}) atAlpha: share(of: {institution: {any: ["alpha"]}}) } } }`,
      );
      const shares = (by: string, group: Count) => {
        const inGroup = papers.filter((paper) => facetOf(by, [paper], true).some(({ key }) => key === group.key));
        const share = (lets: (paper: CountedPaper) => boolean) =>
          inGroup.length === 0 ? 0 : inGroup.filter(lets).length / inGroup.length;
        const code = share(({ linkKinds }) => linkKinds.includes('CODE'));
        return { ...group, share: code, atAlpha: share((paper) => institutionsOf(paper, true).includes(0)) };
      };
      const topicCounts = facetOf('TOPIC', papers, true).slice(0, 2);
      expect(found?.topics).toEqual(topicCounts.map((group) => shares('TOPIC', group)));
      expect(found?.years).toEqual(facetOf('YEAR', papers, true).map((group) => shares('YEAR', group)));
    });
  });

  test('a cross table has every cell of its largest rows and columns, and they are what a plain program counts', async () => {
    await onGraphs(async (papers) => {
      const pairs = [
        ['YEAR', 'COLLABORATION_KIND'],
        ['INSTITUTION', 'TOPIC'],
        ['CONFERENCE', 'YEAR'],
        ['TYPE', 'AWARD'],
        ['COUNTRY', 'AUTHOR'],
        ['LINK_KIND', 'INSTITUTION_KIND'],
      ] as const;
      const { found } = await answer(
        `{ found: papers(first: 0) { ${pairs.map(([rows, columns]) => `${rows}_${columns}: cross(rows: ${rows}, columns: ${columns}) { row column paperCount }`).join(' ')} } }`,
      );
      for (const [rows, columns] of pairs) {
        expect(found?.[`${rows}_${columns}`]).toEqual(crossOf(rows, columns, papers, true));
      }
    });
  });

  test('the rows of a cross table add up to their facet, where each paper stands in one column', async () => {
    await onGraphs(async () => {
      const { found } = await answer(
        '{ found: papers(first: 0) { totalCount facet(by: INSTITUTION, limit: 3) { key paperCount } cross(rows: INSTITUTION, columns: COLLABORATION_KIND, rowLimit: 3) { row column paperCount } } }',
      );
      const cells = found?.cross as readonly { row: string; paperCount: number }[];
      const facet = found?.facet as readonly Count[];
      const rows = facet.map(({ key }) => ({
        key,
        paperCount: sum(cells.filter(({ row }) => row === key)),
      }));
      expect(rows).toEqual(facet);
    });
  });

  test('citations and coverage are those of the papers', async () => {
    await onGraphs(async (papers) => {
      const { found, collaborations } = await answer(
        `{ found: papers(filter: {year: {min: 2000}}, first: 0) { citedByCount coverage { paperCount withInstitutionsCount incompleteCount } }
           collaborations(papers: {year: {min: 2000}}, first: 0) { coverage { paperCount withInstitutionsCount incompleteCount } } }`,
      );
      const counted = papers.filter(({ year }) => year !== null && year >= 2000);
      const coverage = {
        paperCount: counted.length,
        withInstitutionsCount: counted.filter(({ institutions: named }) => named.length > 0).length,
        incompleteCount: counted.filter(({ affiliationsIncomplete }) => affiliationsIncomplete).length,
      };
      const citedByCount = counted.reduce((total, each) => total + (each.citedByCount ?? 0), 0);
      expect(found).toEqual({ citedByCount, coverage });
      expect(collaborations).toEqual({ coverage });
    });
  });

  test('names are for people: acronyms, words, countries, decades', async () => {
    await writePapers(engine, [
      {
        key: 'p0',
        year: 1998,
        type: 'PREPRINT',
        citedByCount: null,
        awards: ['Best Paper'],
        linkKinds: ['CODE'],
        affiliationsIncomplete: false,
        institutions: [3],
        conferences: [2],
        topics: [0],
        authors: [0],
      },
    ]);
    const { papers } = await answer(
      `{ papers(first: 0) { ${['DECADE', 'TYPE', 'CONFERENCE', 'CONFERENCE_KIND', 'COUNTRY', 'AWARD', 'COLLABORATION_KIND'].map((by) => `${by}: facet(by: ${by}) { name }`).join(' ')} } }`,
    );
    expect(papers).toEqual({
      DECADE: [{ name: '1990s' }],
      TYPE: [{ name: 'Preprint' }],
      CONFERENCE: [{ name: 'arXiv' }],
      CONFERENCE_KIND: [{ name: 'Preprint server' }],
      COUNTRY: [{ name: 'China' }],
      AWARD: [{ name: 'Best Paper' }],
      COLLABORATION_KIND: [{ name: 'Within one' }],
    });
  });

  test('limits out of range and shares that cannot be read are refused before anything is sent', async () => {
    for (const [query, message] of [
      ['{ papers { facet(by: YEAR, limit: 1001) { key } } }', 'limit: expected 0 to 1000, but found 1001'],
      ['{ papers { facet(by: YEAR, limit: -1) { key } } }', 'limit: expected 0 to 1000, but found -1'],
      ['{ papers { cross(rows: YEAR, columns: TYPE, rowLimit: 101) { row } } }', 'rowLimit: expected 0 to 100'],
      ['{ papers { facet(by: YEAR) { share(of: {about: "!"}) } } }', 'of.about: expected at least one word'],
    ] as const) {
      const { errors, asked } = await ask(store, query);
      expect(errors?.[0]?.message).toContain(message);
      expect(asked).toEqual([]);
    }
  });
});

interface Count {
  readonly key: string;
  readonly paperCount: number;
}

interface Shared extends Count {
  readonly share: number;
  readonly atAlpha: number;
}

function sum(counts: readonly { readonly paperCount: number }[]): number {
  return counts.reduce((total, { paperCount }) => total + paperCount, 0);
}

/** A key as the name of a field. */
function alias(key: string): string {
  return key.replaceAll(/\W/g, '_');
}
