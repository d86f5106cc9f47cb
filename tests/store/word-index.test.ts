import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openEmbeddedEngine } from '../../src/store/embedded/embedded-engine.ts';
import type { Engine, WordIndex } from '../../src/store/engine.ts';
import { until } from '../support/command-line.ts';

/** Words that the embedded engine keeps in memory. */

const indexed = { label: 'Topic', property: 'nameFolded', known: { property: 'citedByCount' } } as const;

interface Thing {
  readonly key: string;
  readonly nameFolded: string;
  readonly citedByCount: number;
}

async function write(engine: Engine, rows: readonly Thing[]): Promise<void> {
  const text = 'UNWIND $rows AS row\nCREATE (node:Topic {key: row.key})\nSET node += row';
  await engine.write((transaction) =>
    transaction.run({ name: 'write', text, parameters: { rows: rows.map((row) => ({ ...row })) } }),
  );
}

async function wordsOf(engine: Engine): Promise<WordIndex> {
  await until(
    () => engine.wordIndex(indexed) !== null,
    () => 'the words',
  );
  const index = engine.wordIndex(indexed);
  if (index === null) throw new Error('The words are there.');
  return index;
}

async function keysOf(engine: Engine, ids: readonly number[]): Promise<string[]> {
  const text = 'UNWIND $ids AS id\nMATCH (node:Topic)\nWHERE id(node) = id\nRETURN id, node.key AS key';
  const rows = await engine.read({ name: 'keys', text, parameters: { ids: [...ids] } });
  const keys = new Map(rows.map(({ id, key }) => [Number(id), String(key)]));
  return ids.map((id) => keys.get(id) ?? '');
}

const word = fc.constantFrom('a', 'ab', 'abc', 'b', 'ba', 'b2', 'c', '网', 'zz');
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const thing = fc.record({
  names: fc.array(name, { minLength: 1, maxLength: 3 }),
  citedByCount: fc.integer({ min: 0, max: 3 }),
});

describe('words in memory', () => {
  test('give the best known of what begins so, and all that has some words', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(thing, { minLength: 1, maxLength: 40 }),
        word,
        word,
        fc.integer({ min: 1, max: 12 }),
        async (things, beginning, other, limit) => {
          const engine = openEmbeddedEngine();
          const rows = things.map(({ names, citedByCount }, index) => ({
            key: `k${String(index).padStart(2, '0')}`,
            nameFolded: names.join(' | '),
            citedByCount,
          }));
          await write(engine, rows);
          const index = await wordsOf(engine);
          const placeOf = ({ nameFolded }: Thing) =>
            Number(!nameFolded.split(' | ').some((each) => each.startsWith(beginning)));
          const begun = rows
            .filter(({ nameFolded }) => nameFolded.split(' ').some((each) => each.startsWith(beginning)))
            .sort((a, b) => b.citedByCount - a.citedByCount || placeOf(a) - placeOf(b) || (a.key < b.key ? -1 : 1));
          expect(await keysOf(engine, index.bestBegun(beginning, limit))).toEqual(
            begun.slice(0, limit).map(({ key }) => key),
          );
          const both = begun.filter(({ nameFolded }) => nameFolded.split(' ').includes(other));
          expect(await keysOf(engine, index.idsWith([other], beginning))).toEqual(
            expect.arrayContaining(both.map(({ key }) => key)),
          );
          await engine.close();
        },
      ),
      { numRuns: 40 },
    );
  });

  test('are read again after a write, and are not those of the graph before', async () => {
    const engine = openEmbeddedEngine();
    await write(engine, [{ key: 'one', nameFolded: 'graph', citedByCount: 0 }]);
    expect(engine.wordIndex(indexed)).toBeNull();
    expect((await wordsOf(engine)).size).toBe(1);
    await write(engine, [{ key: 'two', nameFolded: 'graphs', citedByCount: 1 }]);
    expect(engine.wordIndex(indexed)).toBeNull();
    expect(await keysOf(engine, (await wordsOf(engine)).bestBegun('graph', 5))).toEqual(['two', 'one']);
    await engine.close();
  });
});
