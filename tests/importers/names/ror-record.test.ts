import { describe, expect, test } from 'vitest';
import { type RorRecord, readRorRecord } from '../../../src/importers/names/ror-record.ts';
import { rorRecord, rorRecordOfSchema1 } from '../../support/ror-records.ts';

const record = rorRecord({
  id: '0aaaaaa11',
  name: 'Example Works (United States)',
  aliases: ['Example Engineering', 'Example Works'],
  acronyms: ['EW'],
  type: 'company',
  parents: ['0cccccc33', '0bbbbbb22'],
});

function read(value: unknown): RorRecord {
  const found = readRorRecord(value);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

describe('a record of a register', () => {
  test('gives names without the country behind them, kind, country, homepage and parents', () => {
    expect(read(record)).toEqual({
      organization: {
        ror: 'https://ror.org/0aaaaaa11',
        name: 'Example Works',
        isBranch: true,
        aliases: ['Example Engineering'],
        acronyms: ['EW'],
        kind: 'COMPANY',
        countryCode: 'US',
        homepage: 'https://0aaaaaa11.example',
        parents: ['https://ror.org/0bbbbbb22', 'https://ror.org/0cccccc33'],
        status: 'ACTIVE',
        successor: null,
        modified: '2026-01-02',
      },
      successors: [],
      defects: [],
    });
  });

  test('says the same in schema 1 and within a collection, but for the date that schema 1 lacks', () => {
    const { organization } = read(record);
    expect(read(rorRecordOfSchema1(record)).organization).toEqual({ ...organization, modified: '' });
    expect(read({ file: 'v2/0aaaaaa11.json', record }).organization).toEqual(organization);
  });

  test('has one successor or none that is sure', () => {
    const became = (successors: readonly string[]) =>
      read(rorRecord({ id: '0aaaaaa11', name: 'A', status: 'inactive', successors }));
    expect(became(['0bbbbbb22']).organization.successor).toBe('https://ror.org/0bbbbbb22');
    expect(became(['0bbbbbb22', '0cccccc33']).organization.successor).toBeNull();
    expect(became(['0bbbbbb22', '0cccccc33']).successors).toHaveLength(2);
  });

  test('goes in without the fields that cannot be read, each told', () => {
    const { organization, defects } = read({
      ...record,
      status: 'asleep',
      types: ['guild'],
      locations: 'here',
      relationships: [
        { type: 'parent', id: 7 },
        { type: 'successor', id: record.id },
        { type: 'child', id: 7 },
      ],
      names: [...record.names, { value: '', types: [] }, 5],
    });
    expect(organization).toMatchObject({
      status: 'ACTIVE',
      kind: null,
      countryCode: null,
      parents: [],
      successor: null,
    });
    expect(defects).toEqual([
      'country_code: expected two letters, found nothing',
      'names: expected an object with a value, found {"value":"","types":[]}',
      'names: expected an object with a value, found 5',
      'relationships (parent): expected the id of another organisation, found 7',
      'relationships (successor): expected the id of another organisation, found "https://ror.org/0aaaaaa11"',
      'types: expected one of education, company, government, facility, nonprofit, healthcare, archive, other, funder, found "guild"',
      'status: expected active, inactive or withdrawn, found "asleep"',
    ]);
  });

  test.each([
    ['no object', 5, 'expected an object, found 5'],
    ['an id of something else', { id: 'Q42' }, 'expected an id such as https://ror.org/00f54p054, found "Q42"'],
    ['no name', { ...record, names: [] }, 'https://ror.org/0aaaaaa11: expected a name, found none'],
  ])('is none with %s', (_, value, message) => {
    expect(readRorRecord(value)).toBe(message);
  });
});
