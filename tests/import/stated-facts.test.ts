import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { explainNode } from '../../src/import/explain-node.ts';
import { importAliases } from '../../src/import/import-aliases.ts';
import { importRegister } from '../../src/import/import-register.ts';
import { importSource } from '../../src/import/import-source.ts';
import { removeSource } from '../../src/import/remove-source.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { emptyStore, engineNames } from '../support/engines.ts';
import { graphDump } from '../support/graph-dump.ts';
import { importData, worksFile } from '../support/openalex-records.ts';
import { folderOf, tablePage, writePages } from '../support/pages.ts';
import { rorRecord } from '../support/ror-records.ts';

/** The built-in table has NVIDIA as a company of the US, and NVIDIA Research as a unit of it. */
const nvidia = { id: 'I1', name: 'NVIDIA', country: 'GB' };
const works = (country: string) =>
  worksFile([{ id: 'W1', title: 'Chips that draw what they see', institutions: [{ ...nvidia, country }] }]);
const lists = {
  'chips.md': tablePage('Chips', [
    { name: 'Chips that listen to themselves', venue: 'ISCA 2015', institutions: 'NVIDIA' },
    { name: 'Chips that dream of other chips', venue: 'ISCA 2016', institutions: 'NVIDIA Research' },
  ]),
};

describe.each(engineNames)('what a data set states of a known institution, on %s', (engine) => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await emptyStore(engine);
  });
  afterEach(() => store.close());

  async function factsOf(key: string) {
    const [row] = await store.read({
      name: 'test',
      text: 'MATCH (institution:Institution {key: $key}) RETURN institution.kind AS kind, institution.countryCode AS country',
      parameters: { key },
    });
    return row && [row.kind, row.country];
  }

  test('goes before the built-in table, in either order of imports, and goes with the data set', async () => {
    const [data, list] = [await folderOf({ 'works.jsonl': works('GB') }), await folderOf(lists)];
    await importSource(store, list, { sourceKey: 'list' });
    const alone = await graphDump(store);
    expect(await factsOf('nvidia')).toEqual(['COMPANY', 'US']);
    await importData(store, data);
    expect(await factsOf('nvidia')).toEqual(['EDUCATION', 'GB']);
    const listFirst = await graphDump(store);
    await removeSource(store, 'data');
    expect(await graphDump(store)).toEqual(alone);
    await removeSource(store, 'list');
    await importData(store, data);
    await importSource(store, list, { sourceKey: 'list' });
    expect(await graphDump(store)).toEqual(listFirst);
    const explained = await explainNode(store, 'nvidia', 'institution');
    expect(explained.facts.find(({ fact }) => fact === 'country')).toMatchObject({
      value: 'GB',
      rule: expect.stringContaining('a data set states it'),
    });
  }, 120_000);

  test('of another kind than those with a name leaves the kind of the table', async () => {
    const other = { id: 'W1', title: 'Chips of another kind', institutions: [{ ...nvidia, type: 'other' }] };
    await importData(store, await folderOf({ 'works.jsonl': worksFile([other]) }));
    expect(await factsOf('nvidia')).toEqual(['COMPANY', 'GB']);
  });

  test('changes with its file, also where nothing but a unit of the institution is named in a list', async () => {
    const data = await folderOf({ 'works.jsonl': works('GB') });
    await importData(store, data);
    await importSource(store, await folderOf(lists), { sourceKey: 'list' });
    await writePages(data, { 'works.jsonl': works('FR') });
    await importData(store, data);
    expect(await factsOf('nvidia')).toEqual(['EDUCATION', 'FR']);
    expect(await factsOf('nvidia-research')).toEqual(['COMPANY', 'US']);
  });

  test('goes behind what a register states, and that behind an alias file', async () => {
    await importData(store, await folderOf({ 'works.jsonl': works('GB') }));
    const record = rorRecord({ id: '03jdj4y14', name: 'NVIDIA', country: 'DE' });
    const tables = await folderOf({
      'ror.json': `[\n${JSON.stringify(record)}\n]`,
      'aliases.yaml': 'institutions:\n  - { name: NVIDIA, country: JP }\n',
    });
    await importRegister(store, `${tables}/ror.json`);
    expect((await factsOf('nvidia'))?.at(1)).toBe('DE');
    await importAliases(store, `${tables}/aliases.yaml`);
    expect((await factsOf('nvidia'))?.at(1)).toBe('JP');
  });
});
