import { parse } from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../src/importers/index.ts';
import type { SourceRecord } from '../../../src/model/source-record.ts';

/** What somebody has in mind who writes a bibliography. */
interface Stated {
  readonly title: string;
  readonly venue: string;
  readonly year: number;
  readonly authors: readonly { readonly given: string; readonly family: string }[];
  readonly doi: string;
  readonly url: string;
  readonly keywords: readonly string[];
  readonly remark: string;
}

/** Signs that mean something to one of the formats stand among them. */
const word = fc.stringMatching(/^[A-Za-zäéøßŁ中%&_#]{2,9}$/u);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => `On ${all.join(' ')}`);
const name = fc.stringMatching(/^[A-ZÄŁ][a-zéøß]{1,8}$/u).filter((text) => !/^(?:and|others)$/iu.test(text));

const stated: fc.Arbitrary<Stated> = fc.record({
  title: words,
  venue: words,
  year: fc.integer({ min: 1850, max: 2030 }),
  authors: fc.array(fc.record({ given: name, family: name }), { maxLength: 4 }),
  doi: fc.stringMatching(/^10\.\d{4}\/[a-z0-9._-]{0,8}[a-z0-9]$/u),
  url: word.map((path) => `https://example.org/${encodeURIComponent(path)}`),
  keywords: fc.uniqueArray(word, { maxLength: 3 }),
  remark: words,
});

const latexSigns = new Map([
  ['ä', '{\\"a}'],
  ['é', "\\'{e}"],
  ['ø', '{\\o}'],
  ['ß', '{\\ss}'],
  ['Ł', '{\\L}'],
  ['Ä', '\\"A'],
]);
const escaped = (text: string) => text.replace(/[%&_#]/gu, '\\$&');
const inLatex = (text: string) => escaped(text).replace(/[äéøßŁÄ]/gu, (sign) => latexSigns.get(sign) ?? sign);

const bibtex =
  (text: (plain: string) => string, [open, close]: readonly [string, string]) =>
  (rows: readonly Stated[]) =>
    rows
      .map((row, index) => {
        const field = (key: string, value: string) => `  ${key} = ${open}${value}${close},\n`;
        const names = row.authors.map(({ given, family }) => text(`${family}, ${given}`)).join(' and ');
        return `@article{key${index},\n${[
          field('title', text(row.title)),
          field('author', names),
          field('journal', text(row.venue)),
          field('year', String(row.year)),
          field('doi', row.doi),
          field('url', escaped(row.url)),
          field('keywords', row.keywords.map(text).join(', ')),
          field('note', text(row.remark)),
        ].join('')}}\n`;
      })
      .join('\n');

const formats: Readonly<Record<string, (rows: readonly Stated[]) => string>> = {
  'list.bib': bibtex(inLatex, ['{', '}']),
  'quoted.bib': bibtex(
    (text) =>
      inLatex(text)
        .replaceAll('\\"', '{\\"')
        .replaceAll('{{', '{')
        .replace(/\{\\"(\w)(?!\})/gu, '{\\"$1}'),
    ['"', '"'],
  ),
  'plain.bib': bibtex(escaped, ['{', '}']),
  'list.ris': (rows) =>
    rows
      .map((row) =>
        [
          'TY  - JOUR',
          ...row.authors.map(({ given, family }) => `AU  - ${family}, ${given}`),
          `TI  - ${row.title}`,
          `JO  - ${row.venue}`,
          `PY  - ${row.year}`,
          `DO  - ${row.doi}`,
          `UR  - ${row.url}`,
          ...row.keywords.map((keyword) => `KW  - ${keyword}`),
          `N1  - ${row.remark}`,
          'ER  - \n',
        ].join('\n'),
      )
      .join('\n'),
  'list.json': (rows) =>
    JSON.stringify(
      rows.map((row, index) => ({
        id: index,
        type: 'article-journal',
        title: row.title,
        'container-title': row.venue,
        issued: { 'date-parts': [[row.year]] },
        author: row.authors,
        DOI: row.doi,
        URL: row.url,
        keyword: row.keywords.join(', '),
        note: row.remark,
      })),
      null,
      1,
    ),
};

describe.each(Object.entries(formats))('%s', (path, write) => {
  test('records written in this format read back as those records', () => {
    fc.assert(
      fc.property(fc.array(stated, { minLength: 1, maxLength: 5 }), (rows) => {
        const { records, problems } = readPage(write(rows), { path });
        expect(problems).toEqual([]);
        expect(records.map(statedBy)).toEqual(rows.map(asRead));
      }),
      { numRuns: 200 },
    );
  });

  test('with line ends of Windows it says the same', () => {
    fc.assert(
      fc.property(fc.array(stated, { minLength: 1, maxLength: 3 }), (rows) => {
        const text = write(rows);
        expect(readPage(`\ufeff${text.replaceAll('\n', '\r\n')}`, { path })).toEqual(readPage(text, { path }));
      }),
      { numRuns: 50 },
    );
  });
});

function asRead({ authors, ...row }: Stated) {
  return { ...row, authors: authors.map(({ given, family }) => `${given} ${family}`) };
}

function statedBy(record: SourceRecord) {
  return {
    title: record.title,
    venue: record.venue,
    year: record.year,
    authors: record.authors.map((author) => author.name),
    doi: record.doi,
    url: record.links[0]?.url,
    keywords: record.keywords ?? [],
    remark: record.remarks[0],
  };
}

test('names without LaTeX are read as the library reads them', () => {
  const part = fc.constantFrom(
    'Lee',
    'Ann',
    'van',
    'der',
    'Berg',
    '{Barnes and Noble}',
    '{van} Dyk',
    'B.',
    "O'Neil",
    'De La',
  );
  const author = fc.oneof(
    fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')),
    fc.tuple(part, part).map(([family, given]) => `${family}, ${given}`),
    fc.tuple(part, part).map(([family, given]) => `${family}, Jr., ${given}`),
  );
  fc.assert(
    fc.property(fc.array(author, { minLength: 1, maxLength: 4 }), (authors) => {
      const written = `@misc{x, title = {T}, author = {${authors.join(' and ')}}}`;
      const { author: creators = [] } = parse(written, { sentenceCase: false }).entries[0]?.fields ?? {};
      const expected = creators.map(({ name: whole, firstName, prefix, lastName, suffix }) =>
        (whole ?? [firstName, prefix, lastName, suffix].filter(Boolean).join(' ')).replace(/\s+/gu, ' '),
      );
      const { records } = readPage(written, { path: 'x.bib' });
      expect(records[0]?.authors.map((read) => read.name)).toEqual(expected);
    }),
  );
});
