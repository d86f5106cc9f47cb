import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/store/engine.ts';
import { type GraphStore, openGraphStore } from '../../src/store/graph-store.ts';
import { composeStart } from '../../src/store/read/compose.ts';
import { readRelation, readStart } from '../../src/store/read/reader.ts';
import { type ReadRow, type RelationSelection, type Selection, wholeList } from '../../src/store/read/selection.ts';
import { authors, type CountedPaper, drawnPapers, writePapers, writeSurroundings } from '../support/counted-graph.ts';
import { emptyEngine, engineNames } from '../support/engines.ts';

/** Co-authorships are read here as the fields over authors will read them. */

const keysAlone = (label: string): Selection => ({ label, columns: [], relations: new Map() });

function rows(fragment: string, item: Selection, args = {}): RelationSelection {
  return { take: 'rows', fragment, args, filters: {}, item, page: wholeList };
}

const pairs = (counting: number) =>
  rows(
    'network/co-authorships',
    {
      label: null,
      columns: [],
      relations: new Map([
        ['authors', rows('network/co-authorship-authors', keysAlone('Author'))],
        ['papers', rows('network/evidence', keysAlone('Paper'))],
      ]),
    },
    { counting },
  );

test('the papers behind pairs are collected only where something is asked of them', () => {
  const bare = rows('network/co-authorships', { label: null, columns: [], relations: new Map() }, { counting: 0 });
  const textOf = (selection: RelationSelection) => composeStart(selection, 'neo4j').statement.text;
  expect(textOf(bare)).not.toMatch(/collect\(paper/);
  expect(textOf({ ...bare, take: 'count' })).not.toMatch(/collect\(paper/);
  expect(textOf(pairs(0))).toMatch(/collect\(paper/);
});

describe.each(engineNames)('co-authorships on %s', (engineName) => {
  let engine: Engine;
  let store: GraphStore;
  beforeAll(async () => {
    engine = await emptyEngine(engineName);
    store = await openGraphStore(engine);
    await writeSurroundings(engine);
  });
  afterAll(() => store.close());

  async function onGraphs(property: (papers: readonly CountedPaper[]) => Promise<void>): Promise<void> {
    await fc.assert(
      fc.asyncProperty(drawnPapers, async (papers) => {
        await writePapers(engine, papers);
        await property(papers);
      }),
      { numRuns: engineName === 'neo4j' ? 5 : 20 },
    );
  }

  test('pairs, weights, years and evidence are what a plain program finds', async () => {
    await onGraphs(async (papers) => {
      for (const counting of [0, 1, 2]) {
        const found = listOf(await readStart(store, pairs(counting)));
        expect(found.map(({ extra }) => extra)).toEqual(sharedBy(papers, counting).map(({ extra }) => extra));
        expect(found.map((row) => [keysIn(row, 'authors'), [...keysIn(row, 'papers')].sort()])).toEqual(
          sharedBy(papers, counting).map(({ pair, keys }) => [pair, keys]),
        );
      }
    });
  });

  test('co-authors of one author are the other sides of its pairs', async () => {
    await onGraphs(async (papers) => {
      const selection = rows('author/co-authors', keysAlone('Author'));
      const found = await readRelation(store, 'Author', authors, selection);
      for (const author of authors) {
        const expected = sharedBy(papers, 0).flatMap(({ pair, extra: { weight: _, ...extra } }) =>
          pair.includes(author) ? [[pair.find((key) => key !== author), extra]] : [],
        );
        const others = listOf(found.get(author)).map(({ columns, extra }) => [columns.key, extra]);
        expect(others.sort()).toEqual(expected.sort());
      }
    });
  });
});

/** Pairs of authors, most shared papers first. */
function sharedBy(papers: readonly CountedPaper[], counting: number) {
  const keys = [...authors].sort();
  const all = keys.flatMap((first, place) => keys.slice(place + 1).map((second) => [first, second]));
  const found = all.flatMap((pair) => {
    const shared = papers.filter((paper) => pair.every((key) => paper.authors.some((index) => authors[index] === key)));
    const years = shared.flatMap(({ year }) => year ?? []);
    const shares = shared.map(
      ({ authors: { length } }) => [1, 1 / (length - 1), 2 / (length * (length - 1))][counting],
    );
    const extra = {
      sharedPaperCount: shared.length,
      weight: Math.round(shares.reduce<number>((sum, share) => sum + (share ?? 0), 0) * 1e9) / 1e9,
      firstYear: years.length === 0 ? null : Math.min(...years),
      lastYear: years.length === 0 ? null : Math.max(...years),
    };
    return shared.length === 0 ? [] : [{ pair, keys: shared.map(({ key }) => key).sort(), extra }];
  });
  return found.sort(
    (one, other) =>
      other.extra.sharedPaperCount - one.extra.sharedPaperCount || (one.pair.join() < other.pair.join() ? -1 : 1),
  );
}

function listOf(result: unknown): readonly ReadRow[] {
  return Array.isArray(result) ? result : [];
}

function keysIn(row: ReadRow, relation: string): readonly string[] {
  return listOf(row.related.get(relation)).map(({ columns }) => String(columns.key));
}
