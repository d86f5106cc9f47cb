import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseFieldMap } from '../../../src/importers/data/field-map.ts';
import { type DataFormat, readDataPage } from '../../../src/importers/data/read-data-page.ts';
import { defaultFieldMap } from '../../../src/importers/data/usual-names.ts';
import type { SourceRecord } from '../../../src/model/source-record.ts';

const map = parseFieldMap(
  'title: t\nshortName: s\nvenue: v\nyear: y\nauthors: a\ninstitutions: i\nsection: [area, topic]\nremarks: r\nlinks: {PAPER: p, CODE: c}',
  'map.yaml',
);

const sign = fc.constantFrom(...'abcXYZ  ,"\':#&*[]{}|>-—é论\\');
const text = fc.string({ unit: sign, maxLength: 20 }).map((middle) => `A${middle.replace(/ +/gu, ' ')}z`);
const address = fc.webUrl({ withQueryParameters: true });
const name = fc.constantFrom<string[]>('Ann Lee', 'Bo Chen', 'Cy Diaz', 'Di Wu');

const row = fc.record({
  t: text,
  s: text,
  v: text,
  y: fc.integer({ min: 1900, max: 2099 }),
  a: fc.uniqueArray(name, { maxLength: 4 }),
  i: fc.uniqueArray(fc.constantFrom<string[]>('UMich', 'Google', 'HKUST'), { maxLength: 3 }),
  area: fc.stringMatching(/^[A-Z][a-z]{3,8}$/u),
  topic: fc.stringMatching(/^[A-Z][a-z]{3,8} [a-z]{2,5}$/u),
  r: fc.stringMatching(/^Keeps [a-z]{3,8} [a-z ]{3,8}[a-z]$/u).map((remark) => remark.replace(/ +/gu, ' ')),
  p: address,
  c: address,
});
type Row = typeof row extends fc.Arbitrary<infer Value> ? Value : never;

const writers: Record<DataFormat, (rows: readonly Row[]) => string> = {
  yaml: (rows) => stringify(rows),
  json: (rows) => JSON.stringify({ papers: rows }, null, 2),
  jsonl: (rows) => rows.map((each) => JSON.stringify(each)).join('\n'),
  csv: (rows) => separated(rows, ',', (cell) => `"${cell.replaceAll('"', '""')}"`),
  tsv: (rows) => separated(rows, '\t', (cell) => `"${cell.replaceAll('"', '""')}"`),
};

function separated(rows: readonly Row[], sign: string, quoted: (cell: string) => string): string {
  const cells = rows.map((each) =>
    Object.values(each).map((value) => quoted(Array.isArray(value) ? value.join('; ') : String(value))),
  );
  return [Object.keys(rows[0] ?? {}), ...cells].map((line) => line.join(sign)).join('\n');
}

describe.each(formats())('%s', (format) => {
  test('records written in it read back as those records', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const { records, problems } = readDataPage(writers[format](rows), { path: 'list', format, map });
        expect(records.map(rowOf)).toEqual(rows);
        expect(problems).toEqual([]);
      }),
    );
  });

  test('any text reads without a throw, and gives records or says why not', () => {
    const pieces = fc.constantFrom(
      'title',
      ': ',
      '\n',
      '- ',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ',',
      '\t',
      '&a ',
      '*a',
      '<<',
      '\r',
      '\uFEFF',
      '__proto__',
      '2023',
      '|',
      '#',
      '\\u',
      '\ud800',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (written) => {
          const { records, problems } = readDataPage(written, { path: 'list', format, map: defaultFieldMap });
          for (const { position } of [...records, ...problems]) expect(position.line).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('every row of a list has the line on which it begins', () => {
    const rows = fc.sample(row, { numRuns: 5, seed: 7 });
    const written = writers[format](rows);
    const { records } = readDataPage(written, { path: 'list', format, map });
    const lines = written.split('\n');
    const starts = { yaml: /^- t:/u, json: /^ {4}\{/u, jsonl: /^\{/u, csv: /^"/u, tsv: /^"/u }[format];
    const expected = lines.flatMap((line, index) => (starts.test(line) ? [index + 1] : []));
    expect(records.map(({ position }) => position.line)).toEqual(expected);
  });
});

function formats(): DataFormat[] {
  return ['yaml', 'json', 'jsonl', 'csv', 'tsv'];
}

function rowOf(record: SourceRecord): Row {
  const url = (kind: string) => record.links.find((link) => link.kind === kind)?.url ?? '';
  return {
    t: record.title ?? '',
    s: record.shortName ?? '',
    v: record.venue ?? '',
    y: record.year ?? 0,
    a: record.authors.map((author) => author.name),
    i: [...record.institutions],
    area: record.section[0] ?? '',
    topic: record.section[1] ?? '',
    r: record.remarks.join(' / '),
    p: url('PAPER'),
    c: url('CODE'),
  };
}
