import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/store/engine.ts';
import { type GraphStore, openGraphStore } from '../../src/store/graph-store.ts';
import { ask } from '../support/ask.ts';
import { institutionsOf } from '../support/count-oracle.ts';
import { type CountedPaper, drawnPapers, keyAt, writePapers, writeSurroundings } from '../support/counted-graph.ts';
import { emptyEngine, engineNames } from '../support/engines.ts';

interface Named {
  readonly totalCount: number;
  readonly nodes: readonly { readonly key: string }[];
}

interface Turnover {
  readonly year: number;
  readonly newcomers: Named;
  readonly leavers: Named;
}

describe.each(engineNames)('turnover on %s', (engineName) => {
  let engine: Engine;
  let store: GraphStore;
  beforeAll(async () => {
    engine = await emptyEngine(engineName);
    store = await openGraphStore(engine);
    await writeSurroundings(engine);
  });
  afterAll(() => store.close());

  test('institutions come with their first paper and leave in the year after their last', async () => {
    const named = '{ totalCount nodes { key } }';
    const fields = `{ year newcomers(first: 10) ${named} leavers(first: 10) ${named} }`;
    await fc.assert(
      fc.asyncProperty(drawnPapers, async (papers) => {
        await writePapers(engine, papers);
        const { data, errors } = await ask(
          store,
          `{ conference(by: {key: "osdi"}) { all: turnover ${fields} some: turnover(years: {min: 1999, max: 2003}) ${fields} } }`,
        );
        expect(errors).toBeUndefined();
        const { all, some } = (data as { conference: Record<string, readonly Turnover[]> }).conference;
        const expected = turnoverOf(papers);
        expect(all?.map(flat)).toEqual(expected);
        expect(some?.map(flat)).toEqual(expected.filter(({ year }) => year >= 1999 && year <= 2003));
      }),
      { numRuns: engineName === 'neo4j' ? 6 : 20 },
    );
  });
});

function flat({ year, newcomers, leavers }: Turnover) {
  const keys = ({ totalCount, nodes }: Named) => {
    expect(nodes).toHaveLength(totalCount);
    return nodes.map(({ key }) => key);
  };
  return { year, newcomers: keys(newcomers), leavers: keys(leavers) };
}

/** The same in plain TypeScript, for the first conference. */
function turnoverOf(papers: readonly CountedPaper[]) {
  const dated = papers.flatMap((paper) =>
    paper.year !== null && paper.conferences.includes(0)
      ? institutionsOf(paper, true).map((index) => ({ key: keyAt(index), year: Number(paper.year) }))
      : [],
  );
  const keys = [...new Set(dated.map(({ key }) => key))].sort();
  const yearsOf = (key: string) => dated.filter((each) => each.key === key).map(({ year }) => year);
  const years = dated.map(({ year }) => year);
  const start = Math.min(...years);
  return Array.from({ length: dated.length === 0 ? 0 : Math.max(...years) - start + 1 }, (_, place) => ({
    year: start + place,
    newcomers: keys.filter((key) => Math.min(...yearsOf(key)) === start + place),
    leavers: keys.filter((key) => Math.max(...yearsOf(key)) === start + place - 1),
  }));
}
