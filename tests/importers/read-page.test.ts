import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/importers/index.ts';

const path = 'lists/page.md';
const codesOf = (text: string) => readPage(text, { path }).problems.map(({ code, severity }) => [code, severity]);

describe('a page that must not be parsed is refused with one problem and no records', () => {
  test('a page over 5 MB', () => {
    const page = readPage(`| Name | Venue |\n|---|---|\n${'| A | B |\n'.repeat(600_000)}`, { path });
    expect(page.problems.map(({ code, severity }) => [code, severity])).toEqual([['PAGE_TOO_LARGE', 'ERROR']]);
    expect(page.records).toEqual([]);
  });

  test('size is counted in bytes, so that 2 million Chinese characters are too many', () => {
    expect(codesOf('论'.repeat(2_000_000))).toEqual([['PAGE_TOO_LARGE', 'ERROR']]);
  });

  test.each([
    [
      'bullets on lines of their own',
      Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}* a`).join('\n'),
    ],
    ['bullets on one line', `${'- '.repeat(10_000)}a`],
    ['numbered items', Array.from({ length: 200 }, (_, depth) => `${'   '.repeat(depth)}1. a`).join('\n')],
    ['quotes', `${'> '.repeat(10_000)}a`],
    ['square brackets', '['.repeat(2_000_000)],
    ['HTML', `${'<div>'.repeat(10_000)}a`],
    ['HTML in running text', `a ${'<b>'.repeat(10_000)}b`],
  ])('%s nested deeper than 100', (_, text) => {
    const page = readPage(text, { path });
    expect(page.problems.map(({ code, severity }) => [code, severity])).toEqual([['PAGE_TOO_DEEP', 'ERROR']]);
    expect(page.records).toEqual([]);
  });
});

test('nesting of 100 levels is read', () => {
  const text = Array.from({ length: 100 }, (_, depth) => `${'  '.repeat(depth)}* a`).join('\n');
  expect(codesOf(text)).toEqual([['NO_LIST', 'NOTE']]);
});

test('one line of 4 MB is read within seconds', () => {
  const cell = '<td><strong>P</strong></td><td>OSDI 2023</td>';
  const text = `<table><tr><th>Name</th><th>Venue</th></tr>${`<tr>${cell}</tr>`.repeat(75_000)}</table>`;
  expect(text.length).toBeGreaterThan(4_000_000);
  expect(readPage(text, { path }).records.length).toBe(75_000);
}, 20_000);

/** What costs a careless reader time in the square of the line: each is a line of 250 kB. */
test.each([
  ...[
    ' by A. Lee',
    ', ',
    '; ',
    ' | ',
    ' - ',
    '. ',
    ' & ',
    '-',
    'et al. ',
    '*a* ',
    '[a](b) ',
    '[[Paper](u)] ',
    '<br>',
    '“',
    '$x^2$ ',
  ],
  ...[
    'OSDI 2020 ',
    '(OSDI 2020) ',
    'https://a.b ',
    '![](https://x.y/badge/a-b-c) ',
    '<b>a</b>',
    'A. B, ',
    '`a` ',
    '**a** ',
  ],
])(
  'a line of %j over and over is read within seconds wherever it stands',
  (part) => {
    const line = part.repeat(250_000 / part.length);
    const cells = line.slice(0, 50_000).replaceAll('|', '/');
    const pages = [
      `* ${line}`,
      `* A title of some words (OSDI 2020)\n  * ${line}`,
      `# A title of some words\n\n## Meta info\n\nAuthors: ${line}`,
      `| Name | Venue | Institution | Authors | Links |\n|---|---|---|---|---|\n|${` ${cells} |`.repeat(5)}`,
    ];
    for (const page of pages) expect(readPage(page, { path }).path).toBe(path);
  },
  30_000,
);

test('an address that leads outside the source is kept as written', () => {
  const text =
    '| Name | Venue | Links |\n|---|---|---|\n| A | B | [Paper](../../up.md) [Notes](/x.md) [Code](../c/./d.md) |';
  expect(readPage(text, { path }).records[0]?.links.map(({ url }) => url)).toEqual(['../../up.md', '/x.md', 'c/d.md']);
});

const piece = fc.constantFrom(
  ...[
    '# ',
    '* ',
    '  * ',
    '| ',
    ' |\n',
    '|---|---|\n',
    '\n',
    '\n\n',
    '[',
    '](',
    ')',
    '\\[',
    '<table>',
    '<tr><td>',
    '</table>',
  ],
  ...[
    '<ul><li>',
    '</li>',
    '<details>',
    '<summary>',
    '<br>',
    '**',
    '_',
    '`',
    '```\n',
    '> ',
    '---\n',
    'Name',
    'Venue',
    ' (OSDI 2023)',
  ],
  ...[
    'https://example.org/',
    '&amp;',
    ' & ',
    ': ',
    ', ',
    '\r\n',
    '\t',
    '\u00a0',
    '论文',
    '<!--',
    '{% hint %}',
    '$',
    '1. ',
    '[^1]: ',
  ],
);

test('any text reads without a throw, and every position is on the page', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(fc.oneof(piece, fc.string())).map((parts) => parts.join('')),
      ),
      (text) => {
        const { records, problems, toldApart } = readPage(text, { path });
        const lineCount = text.split('\n').length;
        for (const { position } of [...records, ...problems, ...toldApart]) {
          expect(position.line).toBeGreaterThanOrEqual(1);
          expect(position.line).toBeLessThanOrEqual(lineCount);
        }
      },
    ),
    { numRuns: 2_000 },
  );
});
