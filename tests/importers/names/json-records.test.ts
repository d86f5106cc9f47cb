import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RecordText, splitterFor } from '../../../src/importers/names/json-records.ts';

function split(text: string, size = 7): { records: readonly RecordText[]; defect: string | null } {
  const splitter = splitterFor(text);
  const records: RecordText[] = [];
  for (let start = 0; start < text.length; start += size)
    records.push(...splitter.push(text.slice(start, start + size)));
  const { records: last, defect } = splitter.end();
  return { records: [...records, ...last], defect };
}

describe('records of a file', () => {
  test('an array gives its items, wherever the text is cut, as a parser would', () => {
    fc.assert(
      fc.property(
        fc.array(fc.object()),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(undefined, 1),
        (items, size, indent) => {
          const { records, defect } = split(JSON.stringify(items, null, indent), size);
          expect(records.map(({ text }) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(items)));
          expect(defect).toBeNull();
        },
      ),
    );
  });

  test('each has its number and the line on which it begins', () => {
    const text = '[\n  {"a": "}],"},\n\n  {"b": "\\"]"}\n]\n';
    expect(split(text).records.map(({ number, line }) => [number, line])).toEqual([
      [1, 2],
      [2, 4],
    ]);
    expect(split('{"a":1}\n\n{"b":2}').records).toEqual([
      { text: '{"a":1}', number: 1, line: 1 },
      { text: '{"b":2}', number: 2, line: 3 },
    ]);
  });

  test('an array that does not end says where', () => {
    expect(split('[{"a":1},{"b":').defect).toBe(
      'expected "]" at the end of the array, but the file ends within record 2',
    );
  });

  test('a record that does not end is given up', () => {
    expect(() => split(`[{"a": "${'x'.repeat(6_000_000)}`, 1_000_000)).toThrow('does not end');
    expect(() => split(`{"a": "${'x'.repeat(6_000_000)}`, 1_000_000)).toThrow('does not end');
  });
});
