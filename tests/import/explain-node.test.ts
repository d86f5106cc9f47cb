import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explainNode } from '../../src/import/explain-node.ts';
import { importAliases } from '../../src/import/import-aliases.ts';
import { importRegister } from '../../src/import/import-register.ts';
import { importSource } from '../../src/import/import-source.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { emptyStore, engineNames } from '../support/engines.ts';
import { folderOf, tablePage, writePages } from '../support/pages.ts';
import { rorRecord } from '../support/ror-records.ts';

const paper = (address: string) => `<a href="${address}">Paper</a>`;
const ada = {
  name: '**Ada**',
  venue: 'OSDI 2023',
  institutions: 'UMich & A Small College',
  links: paper('https://a.org/1'),
};
const adaWithDoi = { ...ada, venue: 'NSDI 2022', links: `${ada.links}${paper('https://doi.org/10.5555/ada')}` };

const bob = { name: '**Bob**', venue: 'FAKECONF 2023', institutions: 'ExLab & Hillside College' };
const aliasFile = `institutions:
  - name: Example Laboratory
    aliases: [ExLab]
    parent: { unit: Old College }
conferences:
  - { acronym: OSDI, aliases: [FAKECONF] }
`;
const register = `[\n${JSON.stringify(rorRecord({ id: '0aaaaaa11', name: 'Hillside College' }))}\n]`;
const calendar = `# Dates

| Conference | When | Where | Remarks |
| --- | --- | --- | --- |
| [OSDI 2023](osdi.md) | Jul 10-12, 2023 | Hill Valley | Co-located with ATC 2023 |
`;
const dataSet = `- title: OSDI
  description: USENIX Symposium on Operating Systems Design and Implementation
  rank: { ccf: A }
  confs:
    - year: 2023
      link: https://example.org/osdi
      date: July 10-13, 2023
      place: Hill Valley
`;

/** Names are read again in what is in the graph already. */
async function importTables(store: GraphStore): Promise<void> {
  const files = await folderOf({
    'names.yaml': aliasFile,
    'ror.json': register,
    'more/c.md': tablePage('Filing', [bob]),
  });
  await importSource(store, join(files, 'more'));
  await importAliases(store, join(files, 'names.yaml'));
  await importRegister(store, join(files, 'ror.json'));
}

async function importConferences(store: GraphStore): Promise<void> {
  const folder = await folderOf({ 'set/sys.yml': dataSet, 'calendar/dates.md': calendar });
  await importSource(store, join(folder, 'set'));
  await importSource(store, join(folder, 'calendar'));
}

describe.each(engineNames)('explaining nodes on %s', (engine) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await emptyStore(engine);
    const folder = await folderOf({ 'list/a.md': tablePage('Ranking', [ada]) });
    await importSource(store, join(folder, 'list'));
    await writePages(folder, {
      'list/b.md': tablePage('Embedding', [adaWithDoi, { ...ada, name: '**Meta**', links: '', institutions: 'Meta' }]),
    });
    await importSource(store, join(folder, 'list'));
    await importTables(store);
    await importConferences(store);
  });
  afterAll(() => store.close());

  test.each([
    ['its key', '10.5555/ada'],
    ['a key that it once had', 'ada-osdi-2023'],
    ['its DOI with an address before it', 'https://doi.org/10.5555/ADA'],
    ['its name in other case', 'ADA'],
  ])('a paper is found by %s', async (_, stated) => {
    expect(await explainNode(store, stated)).toMatchObject({ kind: 'paper', key: '10.5555/ada', name: 'Ada' });
  });

  test('a paper is explained by what all its pages state, with the line that lost', async () => {
    const { facts, joins } = await explainNode(store, '10.5555/ada');
    expect(facts.find(({ fact }) => fact === 'place of publication')).toMatchObject({
      value: 'OSDI 2023',
      lines: [{ sourceKey: 'list', path: 'a.md', line: 5 }],
      notTaken: [{ value: 'NSDI 2022', line: { path: 'b.md', line: 5 } }],
    });
    expect(joins).toMatchObject([
      { rule: expect.stringContaining('a.org/1'), lines: [{ path: 'a.md' }, { path: 'b.md' }] },
    ]);
  });

  test.each([
    ['UMich', 'institution', 'university-of-michigan'],
    ['A Small College', 'institution', 'a-small-college'],
    ['osdi', 'conference', 'osdi'],
    ['osdi-2023', 'edition', 'osdi-2023'],
    ['Ranking', 'topic', 'list:ranking'],
  ])('%s is explained as the %s %s', async (stated, kind, key) => {
    const { facts, ...found } = await explainNode(store, stated);
    expect(found).toMatchObject({ kind, key });
    expect(facts.some(({ lines }) => lines.some(({ path, line }) => path === 'a.md' && line === 5))).toBe(true);
  });

  test('an edition is explained by the rows of calendars and papers, with the source whose days lost', async () => {
    const { facts } = await explainNode(store, 'osdi-2023');
    expect(facts.find(({ fact }) => fact === 'days')).toMatchObject({
      value: '2023-07-10 to 2023-07-12',
      lines: [{ sourceKey: 'calendar', path: 'dates.md', line: 5, statedAs: 'Jul 10-12, 2023' }],
      notTaken: [{ value: '2023-07-10 to 2023-07-13', line: { sourceKey: 'set', path: 'sys.yml', line: 5 } }],
    });
    expect(facts.find(({ fact }) => fact === 'address')).toMatchObject({
      value: 'https://example.org/osdi',
      lines: [{ sourceKey: 'set' }],
      notTaken: [{ value: 'osdi.md', line: { sourceKey: 'calendar' } }],
    });
    const named = facts.find(({ fact }) => fact === 'edition')?.lines ?? [];
    expect(named.map(({ sourceKey }) => sourceKey)).toEqual(['calendar', 'set', 'list', 'list', 'more']);
  });

  test('a series and an edition that no paper names are explained by the lines about them', async () => {
    const conference = await explainNode(store, 'osdi');
    expect(conference.facts.find(({ fact }) => fact === 'rank CCF')).toMatchObject({
      value: 'A',
      lines: [{ sourceKey: 'set', path: 'sys.yml', line: 1 }],
    });
    const together = await explainNode(store, 'atc-2023');
    expect(together).toMatchObject({ kind: 'edition' });
    expect(together.facts.find(({ fact }) => fact === 'held together with')).toMatchObject({
      value: 'osdi-2023',
      lines: [{ path: 'dates.md', line: 5 }],
    });
    expect(await explainNode(store, 'atc')).toMatchObject({ kind: 'conference', name: 'ATC' });
  });

  test('an institution known from an alias file or a register leads to its line there', async () => {
    expect(await explainNode(store, 'ExLab')).toMatchObject({ key: 'example-laboratory', name: 'Example Laboratory' });
    const known = async (stated: string) =>
      (await explainNode(store, stated)).facts.find(({ fact }) => fact === 'known from');
    expect(await known('ExLab')).toMatchObject({
      value: 'alias file',
      lines: [{ sourceKey: 'aliases', path: 'names.yaml', line: 2 }],
    });
    expect(await known('Hillside College')).toMatchObject({
      value: 'register of organisations',
      lines: [{ sourceKey: 'ror', path: 'ror.json', line: 2 }],
    });
    expect(await known('Old College')).toMatchObject({ value: 'alias file', lines: [{ line: 2 }] });
    expect(await known('UMich')).toMatchObject({ value: 'built-in table', lines: [] });
    expect(await known('osdi')).toMatchObject({ value: 'alias file; built-in table', lines: [{ line: 6 }] });
    expect(await known('A Small College')).toBeUndefined();
  });

  test('a paper is explained with the names of the tables that were imported', async () => {
    const { facts } = await explainNode(store, 'bob-osdi-2023');
    expect(facts.filter(({ fact }) => fact === 'institution')).toMatchObject([
      { value: 'Example Laboratory', lines: [{ statedAs: 'ExLab' }] },
      { value: 'Hillside College' },
    ]);
    expect(facts.find(({ fact }) => fact === 'place of publication')).toMatchObject({
      value: 'OSDI 2023',
    });
  });

  test('a name of several nodes is refused with all of them, and taken with its kind', async () => {
    await expect(explainNode(store, 'Meta')).rejects.toMatchObject({
      code: 'NODE_AMBIGUOUS',
      message: expect.stringMatching(/institution meta.*paper meta-osdi-2023/),
    });
    expect(await explainNode(store, 'Meta', 'paper')).toMatchObject({ key: 'meta-osdi-2023' });
  });

  test('what nothing is called is refused with the nearest keys', async () => {
    await expect(explainNode(store, 'univeristy of michgan')).rejects.toMatchObject({
      code: 'NODE_UNKNOWN',
      message: expect.stringMatching(/Nearest: institution university-of-michigan/),
    });
    await expect(explainNode(store, 'qqqq')).rejects.toMatchObject({
      message: expect.stringContaining('Nothing in the graph is called alike'),
    });
  });
});
