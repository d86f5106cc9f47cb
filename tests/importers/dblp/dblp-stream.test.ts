import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dblpStream, looksLikeDblp } from '../../../src/importers/dblp/dblp-stream.ts';
import type { ReadRecords } from '../../../src/model/source-record.ts';

const folder = join(import.meta.dirname, 'fixtures');
const written = readFileSync(join(folder, 'records.xml'), 'utf8');

/** What a text gives in pieces of a length. */
function readIn(text: string, length: number): ReadRecords {
  const stream = dblpStream('dblp.xml');
  const read: ReadRecords[] = [];
  for (let from = 0; from < text.length; from += length) read.push(stream.push(text.slice(from, from + length)));
  read.push(stream.end());
  return { records: read.flatMap(({ records }) => records), problems: read.flatMap(({ problems }) => problems) };
}

describe.each([1, 7, 1000, 1_000_000])('in pieces of %i characters', (length) => {
  test('the records of the fixture are as expected', async () => {
    const expected = join(folder, 'records.xml.expected.json');
    await expect(`${JSON.stringify(readIn(written, length), null, 2)}\n`).toMatchFileSnapshot(expected);
  });

  test('broken XML is a problem with its line, and the records before it stand', () => {
    const lines = written.split('\n');
    const broken = [...lines.slice(0, 32), '<title>Never closed</author>', ...lines.slice(32)].join('\n');
    const { records, problems } = readIn(broken, length);
    expect(records.map(({ position }) => position.line)).toEqual([4, 16]);
    expect(problems).toMatchObject([{ code: 'BAD_SYNTAX', severity: 'ERROR', position: { line: 33 } }]);
  });

  test('a file that ends within a record gives the records before', () => {
    const { records, problems } = readIn(written.slice(0, written.indexOf('<mastersthesis')), length);
    expect(records).toHaveLength(6);
    expect(problems).toMatchObject([{ code: 'BAD_SYNTAX', message: expect.stringContaining('unclosed tag: dblp') }]);
  });

  test('entities that a file brings itself are not expanded', () => {
    const bomb = '<!DOCTYPE dblp [<!ENTITY a "xxxx"><!ENTITY b "&a;&a;&a;">]>';
    const record = '<book key="b"><title>&b; &constructor; &uuml;&lt;.</title></book>';
    const { records, problems } = readIn(`${bomb}\n<dblp>${record}</dblp>`, length);
    expect(records.map(({ title }) => title)).toEqual(['&b; &constructor; ü<']);
    expect(problems.map(({ code, position }) => [code, position.line])).toEqual([
      ['UNKNOWN_ENTITY', 2],
      ['UNKNOWN_ENTITY', 2],
    ]);
  });
});

test.each([
  ['a record without an end', '<dblp><book key="b"><title>'.padEnd(1_000, 'x'), 'x'.repeat(1_000_000)],
  ['a comment without an end', '<dblp><!--', 'x'.repeat(1_000_000)],
  ['a tag without an end', '<dblp><book key="', 'x'.repeat(1_000_000)],
  ['elements without an end', '<dblp>', '<a>'.repeat(1_000)],
])('%s is given up, so that memory stays bounded', (_, begin, more) => {
  const stream = dblpStream('dblp.xml');
  const problems = [begin, ...Array<string>(8).fill(more)].flatMap((text) => stream.push(text).problems);
  expect(problems).toMatchObject([{ code: 'BAD_SYNTAX', severity: 'ERROR' }]);
  expect(stream.end()).toEqual({ records: [], problems: [] });
});

test('other XML is told at its first element', () => {
  expect(readIn('<?xml version="1.0"?>\n<feed><book/></feed>', 7).problems).toMatchObject([
    { message: expect.stringContaining('expected <dblp>, found <feed>'), position: { line: 2 } },
  ]);
  expect([written, '<dblp>', '<html><dblp>', 'About <dblp> files'].map(looksLikeDblp)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

const text = fc.stringMatching(/^[A-Za-z&<>"'éŁ中 -]{1,30}$/u).map((chars) => `A${chars.replace(/\s+/gu, ' ').trim()}`);
const paper = fc.record({
  title: text,
  venue: text,
  year: fc.integer({ min: 1900, max: 2030 }),
  authors: fc.array(fc.tuple(text, fc.option(fc.integer({ min: 1, max: 9999 }), { nil: null })), { maxLength: 4 }),
});

type PaperOf = typeof paper extends fc.Arbitrary<infer Value> ? Value : never;

test('records written as XML read back as those records, in pieces of any length', () => {
  fc.assert(
    fc.property(fc.array(paper, { maxLength: 5 }), fc.integer({ min: 1, max: 200 }), (papers, length) => {
      const { records, problems } = readIn(`<dblp>\n${papers.map(asXml).join('\n')}\n</dblp>`, length);
      expect(problems).toEqual([]);
      expect(
        records.map(({ position, recordId, title, venue, year, authors }) => ({
          line: position.line,
          recordId,
          title,
          venue,
          year,
          authors: authors.map(({ name, id }) => [name, id]),
        })),
      ).toEqual(
        papers.map(({ title, venue, year, authors }, index) => ({
          line: index + 2,
          recordId: `https://dblp.org/rec/journals/x/${index}`,
          title,
          venue,
          year,
          authors: authors.map(([name, number]) => [
            name,
            `https://dblp.org/name/${encodeURIComponent(numbered(name, number))}`,
          ]),
        })),
      );
    }),
    { numRuns: 200 },
  );
});

function asXml({ title, venue, year, authors }: PaperOf, index: number): string {
  const names = authors.map(([name, number]) => `<author>${escaped(numbered(name, number))}</author>`).join('');
  return `<article key="journals/x/${index}">${names}<title>${escaped(title)}.</title><journal>${escaped(venue)}</journal><year>${year}</year></article>`;
}

function numbered(name: string, number: number | null): string {
  return number === null ? name : `${name} ${String(number).padStart(4, '0')}`;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('é', '&eacute;');
}
