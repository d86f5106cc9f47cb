import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type FormatName, openDataSet, readPage } from '../../src/importers/index.ts';
import type { ReadRecords, RecordStream } from '../../src/model/source-record.ts';
import { damagedText, damagedValue, placeIn, type Random, randomFrom } from '../support/damage.ts';
import { workLine } from '../support/openalex-records.ts';
import { sharedPath } from '../support/shared.ts';

/**
 * Damage over real records, from seeds: never a throw or a hang, and every record is read or reported with its line.
 * PAPERGRAPH_TEST_DAMAGE=10 tries ten times as much.
 */
const times = Number(process.env.PAPERGRAPH_TEST_DAMAGE ?? 1);

const sample = sharedPath('data', 'openalex-sample', 'works-to-2018.jsonl.gz');
const lines =
  sample === null
    ? Array.from({ length: 200 }, (_, index) =>
        workLine({ id: `W${index}`, authors: [{ name: 'Ada Byron' }], topics: ['things'] }),
      )
    : gunzipSync(readFileSync(sample)).toString('utf8').trim().split('\n');

function readIn(stream: RecordStream, text: string, random: Random): ReadRecords {
  const parts: ReadRecords[] = [];
  for (let start = 0; start < text.length; ) {
    const end = start + 1 + placeIn(random, 40_000);
    parts.push(stream.push(text.slice(start, end)));
    start = end;
  }
  parts.push(stream.end());
  return {
    records: parts.flatMap(({ records }) => records),
    described: parts.flatMap(({ described = [] }) => described),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

describe('damaged records of OpenAlex', () => {
  test('each line of a damaged file is a record or a problem with its line', () => {
    const fileCount = 150 * times;
    const lineCount = 20;
    let damagedCount = 0;
    for (let seed = 0; seed < fileCount; seed += 1) {
      const random = randomFrom(seed);
      const file = Array.from({ length: lineCount }, (_, index) => {
        const line = lines[placeIn(random, lines.length)] ?? '';
        // The first line tells how the file is parted into records.
        if (index === 0 || random() < 0.3) return line;
        damagedCount += 1;
        if (random() < 0.3) return damagedText(random, line, { newlines: 'kept' });
        return JSON.stringify(damagedValue(random, JSON.parse(line))) ?? '';
      });
      const { records, problems } = readIn(openDataSet('openalex', 'works.jsonl'), file.join('\n'), random);
      const accounted = new Set([...records, ...problems].map(({ position }) => position.line));
      const missing = file.flatMap((line, index) =>
        line.trim() === '' || accounted.has(index + 1) ? [] : [index + 1],
      );
      expect({ seed, missing }).toEqual({ seed, missing: [] });
      expect(
        problems.every(({ position: { path, line } }) => path === 'works.jsonl' && line >= 1 && line <= lineCount),
      ).toBe(true);
    }
    console.log(`${damagedCount} damaged records in ${fileCount} files of ${lineCount}`);
    expect(damagedCount).toBeGreaterThan(fileCount * lineCount * 0.5);
  });

  test('a record of any depth is left out or read, and those around it are read', () => {
    const [whole = ''] = lines;
    for (const depth of [100, 10_000, 1_000_000]) {
      for (const field of [
        'title',
        'authorships',
        'topics',
        'referenced_works',
        'abstract_inverted_index',
        'results',
        'id',
      ]) {
        const deep = `{"id":"https://openalex.org/W1","title":"A","${field}":${'['.repeat(depth)}${']'.repeat(depth)}}`;
        const { records, problems } = readIn(
          openDataSet('openalex', 'a'),
          `${whole}\n${deep}\n${whole}`,
          randomFrom(depth),
        );
        expect(records.filter(({ position }) => position.line !== 2)).toHaveLength(2);
        expect([...records, ...problems].some(({ position }) => position.line === 2)).toBe(true);
      }
    }
  });

  test('a line of 1 GB is told and left out, and memory does not grow with it', () => {
    const stream = openDataSet('openalex', 'works.jsonl');
    const [whole = ''] = lines;
    const piece = 'x'.repeat(1 << 18);
    const first = stream.push(`${whole}\n{"id":"`);
    let rss = 0;
    const before = process.memoryUsage().rss;
    for (let count = 0; count < 4_096; count += 1) {
      stream.push(piece);
      if (count % 256 === 0) rss = Math.max(rss, process.memoryUsage().rss);
    }
    const last = [stream.push(`"}\n${whole}\n`), stream.end()];
    expect(first.records).toHaveLength(1);
    expect(last.flatMap(({ records }) => records).map(({ position }) => position.line)).toEqual([3]);
    // Some copies of the longest record that is read, in the engine's own time: far from the line's length.
    expect((rss - before) / 1e6).toBeLessThan(400);
  });
});

describe('damaged bibliographies', () => {
  const fixtures = join(import.meta.dirname, 'fixtures');
  const files = (['bibtex', 'ris', 'csl-json'] as const satisfies readonly FormatName[]).flatMap((format) =>
    readdirSync(join(fixtures, format))
      .filter((name) => !name.endsWith('.expected.json'))
      .map((name) => ({ format, name, text: readFileSync(join(fixtures, format, name), 'utf8') })),
  );

  test.each(files)('$format: what is cut, doubled or turned round in $name is read or told', ({ format, text }) => {
    const count = 150 * times;
    for (let seed = 0; seed < count; seed += 1) {
      const random = randomFrom(seed);
      let damaged = text;
      for (let blow = placeIn(random, 5); blow >= 0 && damaged !== ''; blow -= 1) {
        damaged = damagedText(random, damaged, { newlines: 'any' });
      }
      const { records, problems, toldApart = [] } = readPage(damaged, { path: 'a', format });
      const lineCount = damaged.split(/\r\n|\r|\n/).length;
      const outside = [...records, ...problems].filter(({ position: { line } }) => line < 1 || line > lineCount);
      expect({ seed, outside }).toEqual({ seed, outside: [] });
      expect({
        seed,
        isSilent: damaged.trim() !== '' && records.length + problems.length + toldApart.length === 0,
      }).toEqual({
        seed,
        isSilent: false,
      });
    }
    console.log(`${format}: ${count} damaged files`);
  });

  test('DBLP: what is cut, doubled or turned round is read or told, and what stood before it stands', () => {
    const text = readFileSync(join(import.meta.dirname, 'dblp', 'fixtures', 'records.xml'), 'utf8');
    const count = 300 * times;
    for (let seed = 0; seed < count; seed += 1) {
      const random = randomFrom(seed);
      const damaged = damagedText(random, text, { newlines: 'any' });
      const { records, problems } = readIn(openDataSet('dblp', 'dblp.xml'), damaged, random);
      expect({ seed, count: records.length + problems.length }).not.toEqual({ seed, count: 0 });
    }
    console.log(`DBLP: ${count} damaged files`);
  });
});
