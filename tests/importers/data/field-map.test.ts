import { describe, expect, test } from 'vitest';
import { parseFieldMap } from '../../../src/importers/data/field-map.ts';
import { InputError } from '../../../src/model/errors.ts';

const KEYS =
  'A mapping file has the keys records, title, shortName, venue, year, authors, institutions, section, keywords, remarks, awards, track, links.';

test('a field is one key or several, and what is left out is not read', () => {
  const map = parseFieldMap(
    '{"title": "name", "remarks": ["tldr", "note"], "records": "a.b", "links": {"code": "repo"}}',
    'm.json',
  );
  expect(map).toMatchObject({
    isGiven: true,
    records: ['a', 'b'],
    fields: { title: ['name'], remarks: ['tldr', 'note'], venue: [] },
    links: [{ kind: 'CODE', keys: ['repo'] }],
  });
});

test('links without kinds are told by their labels and addresses', () => {
  expect(parseFieldMap('title: t\nlinks: [a, b]', 'm.yaml').links).toEqual([{ kind: null, keys: ['a', 'b'] }]);
});

describe('a wrong mapping file says on which line what is wrong and which keys there are', () => {
  test.each([
    ['title: t\nvenues: v', 'm.yaml:2: the key "venues" is none of a mapping file'],
    [
      'title: t\nyear: {a: b}',
      'm.yaml:2: expected a key of the rows or a list of keys for year, found an object with the keys a',
    ],
    ['venue: v', 'm.yaml:1: expected the key title or shortName, which names the papers, found neither'],
    ['- title', 'm.yaml:1: expected keys and values, found a list of 1 text'],
    ['', 'm.yaml:1: expected keys and values, found nothing'],
    ['title: t\ntitle: u', 'm.yaml:2: the key "title" is given twice'],
    ['title: t\nlinks:\n  PAPERS: url', 'm.yaml:3: "PAPERS" is no kind of link; there are PAPER, PDF, CODE'],
    ['title: a: b', 'm.yaml:1: the document does not parse here'],
  ])('%j', (text, message) => {
    const error = errorOf(() => parseFieldMap(text, 'm.yaml'));
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ code: 'BAD_MAP', message: expect.stringContaining(message) });
    expect(error).toMatchObject({ message: expect.stringContaining(KEYS) });
  });
});

function errorOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return null;
}
