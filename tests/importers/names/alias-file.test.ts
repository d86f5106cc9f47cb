import { describe, expect, test } from 'vitest';
import { parseAliasFile } from '../../../src/importers/names/alias-file.ts';

const parse = (text: string) => parseAliasFile(text, 'names.yaml', 'aliases//names.yaml');

describe('an alias file', () => {
  test('says what names mean, with the line of each entry', () => {
    const table = parse(`institutions:
  - { name: Example Laboratory, aliases: ExLab, country: us, kind: Facility, ror: 0aaaaaa11, homepage: "https://lab.example", parent: { unit: Example University } }
  - name: Norway
    aliases: [NO, "007"]
conferences:
  - { acronym: EXCON, name: Example Conference, kind: preprint server }
`);
    expect(table.institutions).toEqual([
      {
        name: 'Example Laboratory',
        aliases: ['ExLab'],
        countryCode: 'US',
        kind: 'FACILITY',
        ror: 'https://ror.org/0aaaaaa11',
        homepage: 'https://lab.example',
        parent: { kind: 'unit', name: 'Example University' },
        position: { path: 'aliases//names.yaml', line: 2 },
      },
      expect.objectContaining({
        name: 'Norway',
        aliases: ['NO', '007'],
        position: expect.objectContaining({ line: 3 }),
      }),
    ]);
    expect(table.conferences).toEqual([
      expect.objectContaining({ acronym: 'EXCON', kind: 'PREPRINT_SERVER', aliases: [] }),
    ]);
  });

  test.each([
    ['- A', 'names.yaml:1: expected the keys institutions or conferences, found a list of 1 text'],
    ['institutions: [{ aliases: [A] }]', 'names.yaml:1: expected the key name, found none'],
    [
      'institutions:\n  - { name: A, alias: B }',
      'names.yaml:2: expected one of the keys name, aliases, country, kind, ror, homepage, parent, found "alias"',
    ],
    [
      'institutions:\n  - name: A\n    country: USA',
      'names.yaml:3: country: expected two letters, such as US, found "USA"',
    ],
    ['institutions:\n  - name: A\n    kind: guild', 'names.yaml:3: kind: expected one of education,'],
    [
      'institutions:\n  - name: A\n    parent: B',
      'names.yaml:3: parent: expected { unit: NAME } or { member: NAME }, found the text "B"',
    ],
    ['institutions:\n  - name: "--"', 'names.yaml:2: name: expected a text with a letter or digit'],
    ['institutions: A', 'names.yaml:1: institutions: expected a list of entries'],
    ['institutions: [', 'names.yaml:1: '],
    ['authors: []', 'names.yaml:1: expected one of the keys institutions, conferences, found "authors"'],
  ])('is refused where %j says nothing that can be taken', (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
});
