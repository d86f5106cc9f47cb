import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FormatName, readPage } from '../../../src/importers/index.ts';

const formats: readonly FormatName[] = ['bibtex', 'ris', 'csl-json'];

describe.each(formats)('%s', (format) => {
  /** Texts of pieces that mean something to the format, in any order. */
  const pieces = fc.constantFrom(
    ...[
      '@article{',
      '@string{',
      '@comment{',
      '@preamble{',
      'a, ',
      'title = ',
      'author = ',
      '{',
      '}',
      '"',
      '#',
      '\\',
      '\\"{o}',
    ],
    ...[
      '$',
      '%',
      '~',
      ' and ',
      'crossref = {a}',
      'xdata = {a,b}',
      ',',
      '\n',
      '=',
      '(',
      ')',
      '<',
      '\\foo',
      '\u0000',
      '\ud800',
    ],
    ...[
      'TY  - JOUR\n',
      'TI  - ',
      'AU  - Lee, A.\n',
      'ER  - \n',
      'PY  - ',
      'UR  - http://',
      'DO  - 10.1/',
      'KW  - ;;\n',
    ],
    ...[
      '[',
      ']',
      '{"type":',
      '"article"',
      '"title":',
      '"author":[',
      '{"family":"x"}',
      ',',
      ':',
      'null',
      '1',
      '"issued":{}',
    ],
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
  );

  test('any text is read without an error, and each problem has a line of the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { records, problems } = readPage(text, { path: 'x', format });
        const lineCount = text.split(/\r\n|\r|\n/u).length;
        for (const { position } of [...records, ...problems]) {
          expect(position.line).toBeGreaterThan(0);
          expect(position.line).toBeLessThanOrEqual(lineCount);
        }
      }),
      { numRuns: 500 },
    );
  });
});

const item = (fields: string) => `@article{x, title = {A Title}, ${fields}}`;

test.each<readonly [what: string, text: string, format: FormatName]>([
  ['braces', item(`note = {${'{'.repeat(1e6)}${'}'.repeat(1e6)}}`), 'bibtex'],
  ['braces without an end', '{'.repeat(3e6), 'bibtex'],
  ['items without an end', '@article{'.repeat(3e5), 'bibtex'],
  ['items without an end, one a line', '@article{\n'.repeat(3e5), 'bibtex'],
  ['values without an end, one a line', '@article{a, title = {\n'.repeat(2e5), 'bibtex'],
  ['comments without an end', '@comment{\n'.repeat(3e5), 'bibtex'],
  ['signs of an item', '@'.repeat(3e6), 'bibtex'],
  ['spaces behind the name of an item', `@a${' '.repeat(3e6)}`, 'bibtex'],
  ['accents', item(`note = {${'\\"o '.repeat(1e6)}}`), 'bibtex'],
  ['formulas', item(`note = {${'$a$ '.repeat(1e6)}}`), 'bibtex'],
  ['authors', item(`author = {${'A and '.repeat(5e5)}B}`), 'bibtex'],
  ['commas', item(`author = {${'A, '.repeat(1e6)}}`), 'bibtex'],
  ['percent signs', '%\n'.repeat(1e6), 'bibtex'],
  [
    'abbreviations of abbreviations',
    `@string{a0 = "xxxxxxxxxx"}\n${Array.from({ length: 60 }, (_, at) => `@string{a${at + 1} = a${at} # a${at}}`).join('\n')}\n${item('note = a60')}`,
    'bibtex',
  ],
  [
    'items that inherit from each other',
    Array.from(
      { length: 2000 },
      (_, at) =>
        `@xdata{x${at}, xdata = {${Array.from({ length: 20 }, (_, of) => `x${(at * 7 + of) % 2000}`)}}, f${at} = {}}`,
    ).join('\n') + item('xdata = {x1}'),
    'bibtex',
  ],
  ['records without an end', 'TY  - JOUR\n'.repeat(3e5), 'ris'],
  ['lines that go on', `TY  - JOUR\nTI  - A\n${'x\n'.repeat(1e6)}`, 'ris'],
  ['a long address', `TY  - JOUR\nTI  - A\nAD  - ${'University of, '.repeat(2e5)}\nER  - \n`, 'ris'],
  ['semicolons', `TY  - JOUR\nTI  - A\nAU  - ${'; '.repeat(1e6)}\nER  - \n`, 'ris'],
  ['angle brackets', `TY  - JOUR\nTI  - ${'<i '.repeat(1e6)}\nER  - \n`, 'ris'],
  ['brackets', '['.repeat(3e6), 'csl-json'],
  ['a title that nests', `[{"type":"book","title":${'['.repeat(1e5)}${']'.repeat(1e5)}}]`, 'csl-json'],
  ['items that are none', `[${'1,'.repeat(1e6)}1]`, 'csl-json'],
])(
  '%s by the million are answered within seconds, with few problems',
  (_, text, format) => {
    const { problems } = readPage(text, { path: 'x', format });
    expect(problems.length).toBeLessThan(5000);
  },
  30_000,
);

test('a bibliography over 50 MB is refused', () => {
  const { records, problems } = readPage(`${item('')}${' '.repeat(50e6)}`, { path: 'x.bib' });
  expect(records).toEqual([]);
  expect(problems).toMatchObject([{ code: 'PAGE_TOO_LARGE', severity: 'ERROR' }]);
});

test('what a broken file repeats by the thousand is told a thousand times and then counted', () => {
  const { problems } = readPage('@article{a, year = 2001}\n'.repeat(3000), { path: 'x.bib' });
  const untitled = problems.filter(({ code }) => code === 'ROW_WITHOUT_NAME');
  expect(untitled).toHaveLength(1001);
  expect(untitled.at(-1)?.message).toContain('(2000 like this from here on)');
});
