import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEmbeddedEngine } from '../../src/store/embedded/embedded-engine.ts';
import type { Engine } from '../../src/store/engine.ts';
import { compare } from '../../src/store/filters/predicate.ts';
import { type GraphStore, openGraphStore } from '../../src/store/graph-store.ts';
import { readStart } from '../../src/store/read/reader.ts';
import type { Predicate } from '../../src/store/read/selection.ts';

/** Pages along an order in memory, of 3,000 topics `t0000` to `t2999` whose `number` is that of their place. */
const size = 3_000;
const nameOf = (number: number) => `t${String(number).padStart(4, '0')}`;
const numbers = Array.from({ length: size }, (_, number) => number);

describe('pages along an order in memory', () => {
  let engine: Engine;
  let store: GraphStore;
  beforeAll(async () => {
    engine = openEmbeddedEngine();
    store = await openGraphStore(engine);
    const rows = numbers.map((number) => ({ number, name: nameOf(number) }));
    const text = 'UNWIND $rows AS row\nCREATE (:Topic {key: row.name, nameAscending: row.name, number: row.number})';
    await engine.write((transaction) => transaction.run({ name: 'write', text, parameters: { rows } }));
  });
  afterAll(() => store.close());

  async function page(
    predicate: Predicate | undefined,
    { after, backwards = false }: { after?: string; backwards?: boolean } = {},
  ) {
    let statementCount = 0;
    const counted = store.observed(() => {
      statementCount += 1;
    });
    const rows = await readStart(counted, {
      take: 'rows',
      fragment: 'topic/all',
      args: {},
      filters: predicate ? { topicsFilter: predicate } : {},
      item: { label: 'Topic', columns: [], relations: new Map() },
      page: { limit: 10, order: null, after: after === undefined ? null : [after], backwards, withCursors: true },
    });
    if (!Array.isArray(rows)) throw new Error('A page is rows.');
    return { keys: rows.map(({ columns }) => columns.key), statementCount };
  }

  test('one without a filter is one statement, wherever it begins', async () => {
    const places: readonly (readonly [string | undefined, number])[] = [
      [undefined, 0],
      [nameOf(1_999), 2_000],
      [`${nameOf(1_999)}a`, 2_000],
      [nameOf(2_995), 2_996],
    ];
    for (const [after, first] of places) {
      const found = await page(undefined, after === undefined ? {} : { after });
      expect(found).toEqual({ keys: numbers.slice(first, first + 10).map(nameOf), statementCount: 1 });
    }
  });

  test('one from the end goes upwards', async () => {
    const found = await page(undefined, { after: nameOf(70), backwards: true });
    expect(found.keys).toEqual([69, 68, 67, 66, 65, 64, 63, 62, 61, 60].map(nameOf));
  });

  test('one whose filter lets enough through is one statement', async () => {
    const found = await page(compare('number', '>=', 5));
    expect(found).toEqual({ keys: numbers.slice(5, 15).map(nameOf), statementCount: 1 });
  });

  test('one that a first piece does not fill goes on behind it', async () => {
    const found = await page(compare('number', '>=', 95));
    expect(found).toEqual({ keys: numbers.slice(95, 105).map(nameOf), statementCount: 2 });
  });

  test('one that begins far down the order is sought among all nodes in the end', async () => {
    const found = await page(compare('number', '>=', 2_500));
    expect(found).toEqual({ keys: numbers.slice(2_500, 2_510).map(nameOf), statementCount: 4 });
  });

  test('one that the order ends before it is full has all there are', async () => {
    const after = nameOf(2_900);
    expect(await page(compare('number', '>=', 2_998), { after })).toMatchObject({ keys: ['t2998', 't2999'] });
    expect(await page(compare('number', '<', 0), { after })).toMatchObject({ keys: [] });
  });

  test('one that is read after a write has what was written', async () => {
    const text = 'CREATE (:Topic {key: $name, nameAscending: $name, number: 0})';
    await engine.write((transaction) => transaction.run({ name: 'write', text, parameters: { name: 'a' } }));
    expect((await page(undefined)).keys.slice(0, 2)).toEqual(['a', 't0000']);
  });
});
