import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeOpenAlex, OpenAlexStream } from '../../../src/importers/openalex/openalex-stream.ts';
import type { ReadRecords } from '../../../src/model/source-record.ts';
import { workLine } from '../../support/openalex-records.ts';

function read(text: string, pieceLength = text.length || 1): Required<ReadRecords> {
  const stream = new OpenAlexStream('works.jsonl');
  const records = [];
  const described = [];
  const problems = [];
  for (let start = 0; start < text.length; start += pieceLength) {
    const part = stream.push(text.slice(start, start + pieceLength));
    records.push(...part.records);
    described.push(...(part.described ?? []));
    problems.push(...part.problems);
  }
  const last = stream.end();
  return {
    records: [...records, ...last.records],
    described: [...described, ...(last.described ?? [])],
    problems: [...problems, ...last.problems],
  };
}

const institution = { id: 'I1', name: 'Hill College', ror: 'https://ror.org/05a28rw58', country: 'ch' };
const one = workLine({
  id: 'W1',
  title: 'On <i>small</i> things',
  year: '2014',
  source: { id: 'S1', name: 'Journal of Things', acronym: 'JoT', type: 'journal' },
  authors: [{ name: 'Ada  Byron', institutions: [institution] }],
  topics: ['things'],
  references: ['W2'],
  citedByCount: 3,
  doi: '10.1000/ABC',
});
const two = workLine({ id: 'W2' });

describe('records of OpenAlex', () => {
  test('a work is read with its ids, and what it names is described beside it', () => {
    const { records, described, problems } = read(`${one}\n`);
    expect(problems).toEqual([]);
    expect(records).toEqual([
      expect.objectContaining({
        recordId: 'https://openalex.org/W1',
        title: 'On small things',
        year: 2014,
        doi: '10.1000/abc',
        venue: 'JoT',
        conferenceId: 'https://openalex.org/S1',
        citedByCount: 3,
        type: 'ARTICLE',
        topicIds: ['https://openalex.org/T-things'],
        references: ['https://openalex.org/W2'],
        authors: [
          {
            name: 'Ada Byron',
            institutions: [],
            id: 'https://openalex.org/A-ada--byron',
            institutionIds: ['https://openalex.org/I1'],
          },
        ],
      }),
    ]);
    expect(described.map(({ about, name }) => [about, name])).toEqual([
      ['CONFERENCE', 'Journal of Things'],
      ['INSTITUTION', 'Hill College'],
      ['TOPIC', 'things'],
    ]);
    expect(described[1]).toMatchObject({ ror: 'https://ror.org/05a28rw58', countryCode: 'CH', isOwnRecord: false });
  });

  test.each([
    ['a <u>c</u>ache of <mml:math><mml:mi>n</mml:mi></mml:math> lines', 'a cache of n lines'],
    ['Uncertain<T>: numbers that <i lang="la">vary</i>', 'Uncertain<T>: numbers that vary'],
    ['if a < b and c > d', 'if a < b and c > d'],
  ])('the title %s is read without tags, and nothing else is lost', (title, plain) => {
    expect(read(workLine({ id: 'W1', title })).records[0]?.title).toBe(plain);
  });

  test('an inverted index becomes the abstract that it was made from', () => {
    const line = JSON.stringify({
      id: 'https://openalex.org/W1',
      title: 'A',
      abstract_inverted_index: { small: [1, 4], Of: [0], things: [2, 5], and: [3] },
    });
    expect(read(line).records[0]?.abstract).toBe('Of small things and small things');
  });

  test.each([
    ['lines', `${one}\n${two}\n`],
    ['lines with a mark at the start and carriage returns', `\ufeff${one}\r\n${two}\r\n`],
    ['one array', `[${one},\n${two}]`],
    ['a result page of the API', JSON.stringify({ meta: { count: 2 }, results: [JSON.parse(one), JSON.parse(two)] })],
    [
      'a result page that spans lines',
      JSON.stringify({ meta: { count: 2 }, results: [JSON.parse(one), JSON.parse(two)] }, null, 2),
    ],
    [
      'objects that span lines',
      `${JSON.stringify(JSON.parse(one), null, 2)}\n${JSON.stringify(JSON.parse(two), null, 2)}`,
    ],
  ])('%s give the same records, in pieces of any length', (_, text) => {
    for (const length of [1, 7, 1_000, text.length]) {
      const { records, problems } = read(text, length);
      expect(problems).toEqual([]);
      expect(records.map(({ recordId }) => recordId)).toEqual(['https://openalex.org/W1', 'https://openalex.org/W2']);
    }
  });

  test('records of institutions, sources, topics and authors describe, and are no papers', () => {
    const lines = [
      { id: 'https://openalex.org/I1', display_name: 'Hill College', display_name_acronyms: ['HC'], type: 'education' },
      { id: 'https://openalex.org/S1', display_name: 'Journal of Things', type: 'journal' },
      {
        id: 'https://openalex.org/T1',
        display_name: 'Things',
        subfield: { id: 'https://openalex.org/subfields/1', display_name: 'Objects' },
        field: { id: 'https://openalex.org/fields/1', display_name: 'All' },
      },
      { id: 'https://openalex.org/A1', display_name: 'Ada Byron', orcid: 'https://orcid.org/0000-0002-1825-0097' },
    ];
    const { records, described, problems } = read(lines.map((line) => JSON.stringify(line)).join('\n'));
    expect({ records, problems }).toEqual({ records: [], problems: [] });
    expect(described.map(({ about, name, isOwnRecord }) => [about, name, isOwnRecord])).toEqual([
      ['INSTITUTION', 'Hill College', true],
      ['CONFERENCE', 'Journal of Things', true],
      ['TOPIC', 'Things', true],
      ['TOPIC', 'Objects', false],
      ['TOPIC', 'All', false],
      ['AUTHOR', 'Ada Byron', true],
    ]);
    expect(described[2]).toMatchObject({ broaderId: 'https://openalex.org/subfields/1' });
  });

  test('a line of any length is left out with its number, and the lines around it go in', () => {
    const { records, problems } = read(`${one}\n{"id":"${'x'.repeat(21_000_000)}"}\n${two}\n`, 1 << 18);
    expect(records).toHaveLength(2);
    expect(problems.map(({ code, position: { line } }) => [code, line])).toEqual([['RECORD_TOO_LONG', 2]]);
  });

  test('any text is read without a throw, and every position is in it', () => {
    const json = fc.json();
    const line = fc.oneof(
      fc.string(),
      json,
      fc.constant(one),
      fc.constant(one.slice(0, 90)),
      fc.constant('{"results":[1]}'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.integer({ min: 1, max: 400 }), (lines, length) => {
        const text = lines.join('\n');
        const { records, problems } = read(text, length);
        const count = text.split('\n').length;
        for (const { position } of [...records, ...problems]) {
          expect(position.line).toBeGreaterThanOrEqual(1);
          expect(position.line).toBeLessThanOrEqual(count);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a field of any value leaves the record standing', () => {
    const fields = [
      'title',
      'publication_year',
      'authorships',
      'topics',
      'primary_location',
      'referenced_works',
      'ids',
      'abstract_inverted_index',
      'institutions',
      'keywords',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.jsonValue(), (field, value) => {
        const { records } = read(JSON.stringify({ ...JSON.parse(one), [field]: value }));
        expect(records.map(({ recordId }) => recordId)).toEqual(['https://openalex.org/W1']);
      }),
      { numRuns: 1_000 },
    );
  });

  test('the start of a file tells records of OpenAlex from other JSON', () => {
    expect(looksLikeOpenAlex(`${one}\n`)).toBe(true);
    expect(looksLikeOpenAlex(`[\n${two}`)).toBe(true);
    expect(looksLikeOpenAlex('{"name": "A list", "papers": [{"id": 1}]}')).toBe(false);
    expect(looksLikeOpenAlex('[{"id":"smith2020","type":"article-journal","title":"A"}]')).toBe(false);
    expect(looksLikeOpenAlex('# A page')).toBe(false);
  });
});
