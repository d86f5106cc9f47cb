import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openEmbeddedEngine } from '../../src/store/embedded/embedded-engine.ts';
import type { Engine, NodeOrder } from '../../src/store/engine.ts';

/** Orders that the embedded engine keeps in memory. Only every 64th key is kept, so lists here are longer. */

async function engineWith(keys: readonly string[]): Promise<Engine> {
  const engine = openEmbeddedEngine();
  await write(engine, keys);
  return engine;
}

async function write(engine: Engine, keys: readonly string[]): Promise<void> {
  const text = 'UNWIND $keys AS key\nMERGE (node:Topic {nameAscending: key})';
  await engine.write((transaction) => transaction.run({ name: 'write', text, parameters: { keys } }));
}

async function orderOf(engine: Engine): Promise<NodeOrder> {
  const order = await engine.nodeOrder('Topic', 'nameAscending');
  if (order === null) throw new Error('The embedded engine keeps orders.');
  return order;
}

/** The keys behind a place, as a page's statement would find them: of the ids taken, those behind it. */
async function keysBehind(
  engine: Engine,
  place: string | null,
  isAscending: boolean,
  count: number,
): Promise<string[]> {
  const { take, slack } = (await orderOf(engine)).idsBehind(place, isAscending);
  const text = 'UNWIND $ids AS id\nMATCH (node:Topic)\nWHERE id(node) = id\nRETURN node.nameAscending AS key';
  const rows = await engine.read({ name: 'keys', text, parameters: { ids: take(count + slack) } });
  const keys = rows.map(({ key }) => String(key)).sort(byBytes);
  const ordered = isAscending ? keys : keys.reverse();
  return ordered.filter((key) => place === null || byBytes(key, place) * (isAscending ? 1 : -1) > 0).slice(0, count);
}

function byBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

describe('orders in memory', () => {
  test('give the nodes behind any place, in both directions, whether or not a node stands there', async () => {
    const key = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }).filter((text) => !text.includes('\u0000'));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(key, { minLength: 0, maxLength: 300, size: 'max' }),
        key,
        fc.boolean(),
        async (keys, place, isAscending) => {
          const engine = await engineWith(keys);
          const sorted = [...keys].sort(byBytes);
          const ordered = isAscending ? sorted : sorted.reverse();
          for (const from of [null, place, keys[7] ?? place]) {
            const behind = ordered.filter((each) => from === null || byBytes(each, from) * (isAscending ? 1 : -1) > 0);
            expect(await keysBehind(engine, from, isAscending, 20)).toEqual(behind.slice(0, 20));
          }
          await engine.close();
        },
      ),
      { numRuns: 30 },
    );
  });

  test('give a whole page behind each node, also where that node is one whose key is kept', async () => {
    const keys = Array.from({ length: 200 }, (_, index) => String(index).padStart(3, '0'));
    const engine = await engineWith(keys);
    for (const [index, place] of keys.entries()) {
      expect(await keysBehind(engine, place, true, 20)).toEqual(keys.slice(index + 1, index + 21));
      expect(await keysBehind(engine, place, false, 20)).toEqual(keys.slice(Math.max(0, index - 20), index).reverse());
    }
    await engine.close();
  });

  test('follow a write at once, and tell that the one before is of another graph', async () => {
    const engine = await engineWith(['b', 'd']);
    const before = await orderOf(engine);
    expect(before.isCurrent()).toBe(true);
    await write(engine, ['a', 'c']);
    expect(before.isCurrent()).toBe(false);
    expect(await keysBehind(engine, null, true, 10)).toEqual(['a', 'b', 'c', 'd']);
    await engine.close();
  });

  test('are of the graph before where a write came while they were read', async () => {
    const engine = await engineWith(['b']);
    const reading = orderOf(engine);
    await write(engine, ['a']);
    expect((await reading).isCurrent()).toBe(false);
    expect((await orderOf(engine)).size).toBe(2);
    await engine.close();
  });

  test('nodes are counted again after a write', async () => {
    const engine = await engineWith(['b']);
    expect(await engine.labelCount('Topic')).toBe(1);
    await write(engine, ['a', 'c']);
    expect(await engine.labelCount('Topic')).toBe(3);
    await engine.close();
  });

  test('a text is looked for again after a write', async () => {
    const engine = await engineWith(['graph', 'graphs', 'tables']);
    const found = async () => (await engine.textMatch('Topic', 'nameAscending', 'graph'))?.ids.length;
    expect(await found()).toBe(2);
    await write(engine, ['a graph']);
    expect(await found()).toBe(3);
    expect((await engine.textMatch('Topic', 'nameAscending', 'graph'))?.share).toBe(3 / 4);
    await engine.close();
  });
});
