import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importAliases } from '../../src/import/import-aliases.ts';
import { importRegister } from '../../src/import/import-register.ts';
import { importSource } from '../../src/import/import-source.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { emptyStore } from '../support/engines.ts';
import { graphDump } from '../support/graph-dump.ts';
import { folderOf, tablePage } from '../support/pages.ts';
import { rorRecord } from '../support/ror-records.ts';

describe('tables of names that cannot be taken as they stand', () => {
  let store: GraphStore;
  const fileOf = async (content: string | Buffer, name = 'ror.json') => join(await folderOf({ [name]: content }), name);
  const school = (id: string, more: Partial<Parameters<typeof rorRecord>[0]> = {}) =>
    rorRecord({ id, name: `School ${id}`, ...more });

  beforeAll(async () => {
    store = await emptyStore('embedded');
  });
  afterAll(() => store.close());

  const problemsOf = async (records: readonly unknown[]) => {
    const { problems, nameCount } = await importRegister(store, await fileOf(JSON.stringify(records, null, 0)));
    return { nameCount, problems: problems.map(({ code, message }) => `${code}: ${message}`) };
  };

  test('each record with a defect is told by its number, and the rest goes in', async () => {
    const { nameCount, problems } = await problemsOf([
      school('0aaaaaa11'),
      school('0aaaaaa11', { name: 'Second' }),
      { name: 'No id' },
      school('0bbbbbb22', { status: 'withdrawn' }),
      school('0cccccc33', { status: 'withdrawn', successors: ['0aaaaaa11'] }),
      school('0dddddd44', { status: 'inactive', successors: ['0aaaaaa11', '0cccccc33'] }),
      school('0eeeeee55', { parents: ['0ffffff66'] }),
      school('0ffffff66', { parents: ['0eeeeee55', '0aaaaaa11'] }),
      school('0gggggg77', { parents: ['0zzzzzz99'] }),
      school('0hhhhhh88', { status: 'inactive', successors: ['0iiiiii99'] }),
      school('0iiiiii99', { status: 'inactive', successors: ['0hhhhhh88'] }),
      school('0jjjjjj00', { country: 'Nowhere' }),
    ]);
    expect(nameCount).toBe(9);
    expect(problems.sort()).toEqual([
      expect.stringContaining(
        'ROR_DUPLICATE_ID: record 2: https://ror.org/0aaaaaa11 stands a second time; record 1 was taken',
      ),
      expect.stringContaining(
        'ROR_FIELD_UNREADABLE: record 12: https://ror.org/0jjjjjj00: country_code: expected two letters',
      ),
      expect.stringContaining('ROR_INACTIVE: record 10:'),
      expect.stringContaining('ROR_INACTIVE: record 11:'),
      expect.stringMatching(/^ROR_INACTIVE: record 6: .* became several: .*; its names stay its own$/),
      expect.stringMatching(/^ROR_PARENT_CYCLE: record 7: .*0eeeeee55, .*0ffffff66 belong to each other in a circle/),
      expect.stringMatching(
        /^ROR_PARENT_UNKNOWN: record 9: 1 records belong to organisations that the file does not have/,
      ),
      expect.stringMatching(/^ROR_RECORD_UNREADABLE: record 3: expected an id/),
      expect.stringMatching(/^ROR_SUCCESSOR_CYCLE: record 10: .* became each other in a circle/),
      expect.stringMatching(/^ROR_WITHDRAWN: record 4: .* without a successor; it was left out$/),
      expect.stringMatching(/^ROR_WITHDRAWN: record 5: .* became https:\/\/ror.org\/0aaaaaa11; its names lead there$/),
    ]);
    const dump = await graphDump(store);
    const kept = dump.find(
      (line) => line.startsWith('Organization ') && line.includes('["ror","https://ror.org/0ffffff66"]'),
    );
    expect(kept).toContain('["parents",["https://ror.org/0aaaaaa11"]]');
    expect(dump.filter((line) => line.startsWith('Problem ['))).toHaveLength(11);
  });

  test('names of records that became each other, or stand in no file, do no harm to a list', async () => {
    const list = await folderOf({
      'a.md': tablePage('T', [
        { name: 'Quill', venue: 'OSDI 2023', institutions: 'School 0hhhhhh88 & School 0bbbbbb22' },
      ]),
    });
    const { problems } = await importSource(store, list, { sourceKey: 'list' });
    expect(problems.map(({ code }) => code)).toEqual(['NEW_INSTITUTION']);
  });

  test('a broken line of JSON Lines is told with its line', async () => {
    const file = await fileOf(
      `${JSON.stringify(school('0aaaaaa11'))}\n{"id": \n${JSON.stringify(school('0bbbbbb22'))}\n`,
    );
    const { problems, nameCount } = await importRegister(store, file, { sourceKey: 'lines' });
    expect(nameCount).toBe(2);
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'ROR_RECORD_UNREADABLE',
        severity: 'ERROR',
        position: { path: 'ror.json', line: 2 },
      }),
    ]);
  });

  test.each([
    ['cut off', JSON.stringify([school('0aaaaaa11'), school('0bbbbbb22')]).slice(0, -40), 'REGISTER_BROKEN'],
    ['a damaged gzip file', gzipSync(JSON.stringify([school('0aaaaaa11')])).subarray(0, 60), 'REGISTER_BROKEN'],
    ['a zip archive', Buffer.from('PK\u0003\u0004 and so on'), 'FILE_ZIPPED'],
    ['empty', '', 'FILE_EMPTY'],
    ['something else', '[{"title": "A paper"}]', 'NO_ORGANISATIONS'],
    ['no JSON', 'Dear reader', 'NO_ORGANISATIONS'],
  ])('a dump that is %s is refused, and nothing changes', async (_, content, code) => {
    const before = await graphDump(store);
    await expect(importRegister(store, await fileOf(content))).rejects.toMatchObject({ code });
    expect(await graphDump(store)).toEqual(before);
  });

  test('a file that is not there is refused by name', async () => {
    await expect(importRegister(store, '/nowhere/ror.json')).rejects.toMatchObject({ code: 'FILE_MISSING' });
    await expect(importAliases(store, '/nowhere/names.yaml')).rejects.toMatchObject({ code: 'FILE_MISSING' });
  });

  test('alias files that contradict themselves or each other are refused with both lines, and nothing changes', async () => {
    const first = await fileOf('institutions:\n  - { name: Alpha, aliases: [AB] }\n', 'first.yaml');
    await importAliases(store, first);
    const before = await graphDump(store);
    const second = await fileOf('institutions:\n\n  - { name: Beta, aliases: [AB] }\n', 'second.yaml');
    await expect(importAliases(store, second)).rejects.toThrow(
      `aliases//first.yaml:2 and ${second}:3: expected "AB" to mean one thing, found it as an alias of "Beta" while it is one of "Alpha" too.`,
    );
    await expect(importAliases(store, await fileOf('institutions: 5', 'third.yaml'))).rejects.toMatchObject({
      code: 'BAD_ALIASES',
    });
    expect(await graphDump(store)).toEqual(before);
  });
});
