import { describe, expect, test } from 'vitest';
import { formatOf, parseFieldMap, readPage } from '../../src/importers/index.ts';

const bibtex = '% Encoding: UTF-8\n@article{a,\n  title = {T}}';
const ris = 'TY  - JOUR\nTI  - T\nER  - \n';
const csl = '[{"id": "a", "type": "article-journal", "issued": {"date-parts": [[2020]]}}]';

describe('what is in a file decides, and else its ending', () => {
  test.each<readonly [path: string, start: string, format: string]>([
    ['a.txt', bibtex, 'bibtex'],
    ['stdin', ris, 'ris'],
    ['a.bib', ris, 'ris'],
    ['a.ris', bibtex, 'bibtex'],
    ['a.json', csl, 'csl-json'],
    ['stdin', csl, 'csl-json'],
    ['stdin', `\ufeff\r\n${ris.replaceAll('\n', '\r\n')}`, 'ris'],
    ['stdin', '[{"title": "T"}]', 'json'],
    ['stdin', '{"title": "T"}\n{"title": "U"}\n', 'jsonl'],
    ['a.json', '{"title": "T"}\n{"title": "U"}\n', 'json'],
    ['a.json', '[{"title": "T", "type": "article"}]', 'json'],
    ['a.BIB', 'nothing that tells', 'bibtex'],
    ['a.ris', '', 'ris'],
    ['stdin', '- [Paper](https://example.org)', 'markdown'],
    ['stdin', '[Paper](https://example.org)', 'markdown'],
    ['a.txt', 'Write to ann@example.org {soon}', 'markdown'],
    ['no-ending', '', 'markdown'],
  ])('%s that begins with %j is %s', (path, start, format) => {
    expect(formatOf(path, start)).toBe(format);
  });
});

describe('endings that hold nothing else decide alone', () => {
  test.each<readonly [path: string, start: string, format: string]>([
    ['README.md', `How to cite:\n\n${bibtex}`, 'markdown'],
    ['a.yaml', ris, 'yaml'],
    ['a.csv', bibtex, 'csv'],
    ['a.tsv', bibtex, 'tsv'],
    ['a.ndjson', csl, 'jsonl'],
  ])('%s that begins with %j is %s', (path, start, format) => {
    expect(formatOf(path, start)).toBe(format);
  });
});

test('with a mapping file, JSON is a list kept as data, whatever it looks like', () => {
  const map = parseFieldMap('title: id', 'map.yaml');
  expect(readPage(csl, { path: 'a.json', map }).records).toMatchObject([{ title: 'a' }]);
});
