import { describe, expect, test } from 'vitest';
import { dataFormatOf, readDataPage } from '../../../src/importers/data/read-data-page.ts';
import { defaultFieldMap } from '../../../src/importers/data/usual-names.ts';

describe('a list that means harm, or is broken by the million, is answered within seconds', () => {
  test.each([
    [
      'aliases of aliases',
      'l.yaml',
      `a: &a [x, x]\n${'bcdefghijklmnopqrstuvwxyz'
        .split('')
        .map((key, at) => `${key}: &${key} [${`*${'abcdefghijklmnopqrstuvwxyz'[at]}, `.repeat(2)}]`)
        .join('\n')}`,
      'BAD_SYNTAX',
    ],
    [
      'an alias of a long text',
      'l.yaml',
      `x: &x ${'y'.repeat(1e6)}\nl:\n${'- {title: *x}\n'.repeat(1000)}`,
      'BAD_SYNTAX',
    ],
    ['an alias within its own anchor', 'l.yaml', '&a [*a, *a]', 'PAGE_TOO_DEEP'],
    ['brackets', 'l.json', '['.repeat(1e5), 'PAGE_TOO_DEEP'],
    ['objects 101 deep', 'l.json', `${'{"a":'.repeat(101)}1${'}'.repeat(101)}`, 'PAGE_TOO_DEEP'],
    ['dashes', 'l.yaml', '- '.repeat(1e5), 'PAGE_TOO_DEEP'],
    [
      'a line nested deep among lines',
      'l.jsonl',
      `{"title":"a"}\n{"a":${'['.repeat(1e5)}${']'.repeat(1e5)}}`,
      'BAD_SYNTAX',
    ],
    ['an open quotation mark', 'l.csv', `title\na\n"${'x\n'.repeat(1e6)}`, 'BAD_SYNTAX'],
    ['a page of 6 MB', 'l.csv', 'a'.repeat(6e6), 'PAGE_TOO_LARGE'],
    ['a header that repeats', 'l.csv', `a${',a'.repeat(1e5)}\n1`, 'DUPLICATE_KEY'],
    ['broken lines', 'l.jsonl', 'a\n'.repeat(1e5), 'BAD_SYNTAX'],
  ])('%s', (_, path, text, code) => {
    const { problems } = readDataPage(text, { path, format: dataFormatOf(path) ?? 'yaml', map: defaultFieldMap });
    expect(problems[0]?.code).toBe(code);
    expect(problems.length).toBeLessThan(1100);
  });

  const longTexts = {
    signs: ', ; and '.repeat(5e5),
    brackets: '('.repeat(4e6),
    words: 'Ab '.repeat(1.3e6),
    spaces: `a${' '.repeat(4e6)}b`,
  };
  const keys = ['title', 'venue', 'authors', 'institutions', 'tags', 'url'];
  test.each(Object.entries(longTexts).flatMap(([what, text]) => keys.map((key) => ({ key, what, text }))))(
    'one line of 4 MB: $what under $key',
    ({ key, text }) => {
      const page = readDataPage(JSON.stringify([{ title: 'A', [key]: text }]), {
        path: 'l.json',
        format: 'json',
        map: defaultFieldMap,
      });
      expect(page.records).toHaveLength(1);
    },
    20_000,
  );
});

test('keys of prototypes are keys like any other', () => {
  const text = '[{"__proto__": {"title": "x"}}, {"title": "t", "constructor": "c", "__proto__": "p"}]';
  const { records, problems } = readDataPage(text, {
    path: 'l.json',
    format: 'json',
    map: { ...defaultFieldMap, isGiven: true },
  });
  expect(records.map(({ title }) => title)).toEqual(['t']);
  expect(problems.map(({ code }) => code)).toEqual(['UNKNOWN_COLUMN', 'ROW_WITHOUT_NAME']);
});

test('a format is told by the ending', () => {
  expect(['a.YML', 'a/b.json', 'x.ndjson', 'x.tsv', 'x.md', 'json'].map(dataFormatOf)).toEqual([
    'yaml',
    'json',
    'jsonl',
    'tsv',
    null,
    null,
  ]);
});
