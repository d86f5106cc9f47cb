import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bibtexEntry, citationKey } from '../../src/exporters/bibtex.ts';
import { cslItem } from '../../src/exporters/csl-json.ts';
import { csvHeader, csvRow } from '../../src/exporters/csv.ts';
import { paperTypes } from '../../src/model/source-record.ts';
import { journal, osdi, paperLine } from '../support/paper-line.ts';

const parsed = (text: string) => {
  const { entries, errors } = parseBibtex(text, { sentenceCase: false });
  expect(errors).toEqual([]);
  expect(entries).toHaveLength(1);
  return entries[0];
};

describe('BibTeX', () => {
  test('an entry holds what is known, in the fields of its type', () => {
    const paper = paperLine({
      title: 'ada: A {Nested} Way & 100% of $x_1^2$ ~ #1 \\ back',
      authors: ['Ada van Lovelace', 'Müller, Jörg', 'Bell and Sons'],
      type: 'ARTICLE',
      year: 2023,
      doi: '10.1145/1_2',
      arxivId: '2212.00939',
      conferences: [osdi],
      edition: { key: 'osdi-2023', year: 2023 },
      links: [{ kind: 'PAPER', label: null, url: 'https://a.org/x_y%20z{1}?a=1&b=~2' }],
    });
    expect(parsed(bibtexEntry(paper))).toMatchObject({
      type: 'inproceedings',
      key: 'ada-osdi-2023',
      fields: {
        title: expect.stringContaining('ada: A {Nested} Way & 100% of $x_1^2$ ~ #1 \\ back'),
        author: [
          { firstName: 'Ada', prefix: 'van', lastName: 'Lovelace' },
          { firstName: 'Jörg', lastName: 'Müller' },
          { name: 'Bell and Sons' },
        ],
        booktitle: 'OSDI 2023',
        year: '2023',
        doi: '10.1145/1_2',
        eprint: '2212.00939',
        url: 'https://a.org/x_y%20z%7B1%7D?a=1&b=~2',
      },
    });
  });

  test.each([
    ['ARTICLE', [osdi], 'inproceedings'],
    ['ARTICLE', [journal], 'article'],
    ['PREPRINT', [], 'misc'],
    ['REPORT', [], 'techreport'],
    ['THESIS', [], 'phdthesis'],
    ['BOOK', [], 'book'],
    ['CHAPTER', [osdi], 'incollection'],
    ['DATASET', [], 'misc'],
  ] as const)('a paper of type %s at %j is @%s', (type, conferences, expected) => {
    expect(parsed(bibtexEntry(paperLine({ type, conferences })))).toMatchObject({ type: expected });
  });

  test('any title comes back through a parser, whatever signs are in it', () => {
    const titles = fc.stringMatching(/^[A-Za-z0-9{}\\$&#^_~%"@,=() ]{1,30}$/).filter((title) => title.trim() !== '');
    fc.assert(
      fc.property(titles, (title) => {
        const { fields } = parsed(bibtexEntry(paperLine({ title }))) ?? {};
        const plain = (text: unknown) =>
          String(text)
            .replace(/<[^>]*>/g, '')
            .replace(/\s+/g, ' ')
            .trim();
        expect(plain(fields?.title)).toBe(plain(title));
      }),
      { numRuns: 200 },
    );
  });

  test('two keys of papers are never one citation key', () => {
    const keys = fc.stringMatching(/^[a-z0-9_().;<>/]{1,12}$/);
    fc.assert(
      fc.property(keys, keys, (one, other) => {
        expect(citationKey(one) === citationKey(other)).toBe(one === other);
        expect(citationKey(one)).toMatch(/^[A-Za-z0-9:./+_-]+$/);
      }),
    );
    expect(citationKey('10.1145/3534678.3539034')).toBe('10.1145/3534678.3539034');
  });
});

test('CSV quotes what must be quoted, leaves unknown cells empty, and keeps formulas from being run', () => {
  const text =
    csvHeader +
    csvRow(paperLine({ title: 'One, "two"\nthree', institutions: [], year: 2023 })) +
    csvRow(
      paperLine({
        title: '=1+1',
        topics: [
          { key: 's:a/b', path: ['A', 'B'] },
          { key: 's:c', path: ['C'] },
        ],
      }),
    );
  expect(text.split('\r\n')).toHaveLength(4);
  expect(parseCsv(text, { columns: true })).toMatchObject([
    { title: 'One, "two"\nthree', year: '2023', institutions: '', doi: '' },
    { title: "'=1+1", topics: 'A > B; C', year: '' },
  ]);
});

/** https://github.com/citation-style-language/schema, csl-types */
const cslTypes = [
  'article',
  'article-journal',
  'paper-conference',
  'report',
  'thesis',
  'book',
  'chapter',
  'dataset',
  'post-weblog',
  'document',
];

test('CSL-JSON items have types of CSL, and parts of names where they can be told', () => {
  for (const type of paperTypes) expect(cslTypes).toContain(JSON.parse(cslItem(paperLine({ type }))).type);
  const paper = paperLine({
    type: 'ARTICLE',
    year: 2023,
    conferences: [journal],
    authors: ['Ada van der Berg', 'Müller, Jörg', 'OpenAI', '李明', 'J. R. R. Tolkien'],
  });
  expect(JSON.parse(cslItem(paper))).toEqual({
    id: 'ada-osdi-2023',
    type: 'article-journal',
    title: 'Ada',
    author: [
      { family: 'Berg', given: 'Ada', 'non-dropping-particle': 'van der' },
      { family: 'Müller', given: 'Jörg' },
      { literal: 'OpenAI' },
      { literal: '李明' },
      { family: 'Tolkien', given: 'J. R. R.' },
    ],
    issued: { 'date-parts': [[2023]] },
    'container-title': 'Transactions on Hills',
    'container-title-short': 'TOCS',
  });
});
