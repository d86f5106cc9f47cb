import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { importAliases } from '../../src/import/import-aliases.ts';
import { importRegister } from '../../src/import/import-register.ts';
import { importSource } from '../../src/import/import-source.ts';
import { removeSource } from '../../src/import/remove-source.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { storedPages, storedSources } from '../../src/store/source-queries.ts';
import { ask } from '../support/ask.ts';
import { emptyStore, engineNames } from '../support/engines.ts';
import { graphDump } from '../support/graph-dump.ts';
import { folderOf, tablePage } from '../support/pages.ts';
import { rorRecord, rorRecordOfSchema1 } from '../support/ror-records.ts';

const records = [
  rorRecord({
    id: '0aaaaaa11',
    name: 'Hillside College',
    aliases: ['Hillside Institute of Things'],
    parents: ['0bbbbbb22'],
  }),
  rorRecord({ id: '0bbbbbb22', name: 'Hill State University System', acronyms: ['HSUS'] }),
  rorRecord({
    id: '0cccccc33',
    name: 'Trinity Hall University',
    country: 'IE',
    countryName: 'Ireland',
    acronyms: ['THU'],
  }),
  rorRecord({ id: '0dddddd44', name: 'Trinity Hall University', country: 'US' }),
  rorRecord({
    id: '0eeeeee55',
    name: 'Valley Works (Germany)',
    country: 'DE',
    countryName: 'Germany',
    type: 'company',
  }),
  rorRecord({ id: '0ffffff66', name: 'Old Valley School', status: 'inactive', successors: ['0aaaaaa11'] }),
  rorRecord({
    id: '01an7q238',
    name: 'University of California, Berkeley',
    aliases: ['Berkeley by the Bay'],
    parents: ['00pjdza24'],
  }),
  rorRecord({ id: '00pjdza24', name: 'University of California System', acronyms: ['UC'] }),
];
const rows = [
  ['Quill', 'OSDI 2023', 'Hillside College & Stanford'],
  ['Paper', 'NSDI 2022', 'Old Valley School & UC Berkeley'],
  ['Ink', 'SOSP 2021', 'Trinity Hall University & Trinity College Dublin'],
  ['Stylus', 'SOSP 2023', 'Trinity Hall University'],
  ['Vellum', 'FAKECONF 2023', 'Valley Works, Germany & ExLab'],
  ['Pencil', 'ATC 2023', 'Berkeley by the Bay & UW'],
] as const;
const page = tablePage(
  'Tools',
  rows.map(([name, venue, institutions]) => ({ name, venue, institutions })),
);
const aliasFile = `institutions:
  - name: Example Laboratory
    aliases: [ExLab]
    country: us
    kind: facility
    homepage: https://lab.example
    parent: { unit: Stanford University }
  - name: University of Wisconsin-Madison
    aliases: [UW]
conferences:
  - { acronym: OSDI, aliases: [FAKECONF] }
`;

describe.each(engineNames)('tables of names on the %s engine', (engine) => {
  let store: GraphStore;
  let list: string;
  let ror: string;
  let aliases: string;

  beforeEach(async () => {
    await store?.close();
    store = await emptyStore(engine);
    list = await folderOf({ 'tools.md': page });
    const files = await folderOf({ 'ror.json': JSON.stringify(records, null, 1), 'names.yaml': aliasFile });
    ror = join(files, 'ror.json');
    aliases = join(files, 'names.yaml');
  });

  afterAll(() => store?.close());

  const importList = () => importSource(store, list, { sourceKey: 'list' });
  const institutionsOf = async (title: string) => {
    const { data, errors } = await ask(
      store,
      `{ papers(filter: {titleContains: "${title}"}) { nodes { affiliations { statedAs institution { key name countryCode ror parents { key } } } } } }`,
    );
    expect(errors).toBeUndefined();
    const [paper] = (
      data as { papers: { nodes: { affiliations: { institution: { key: string; ror: string | null } }[] }[] } }
    ).papers.nodes;
    return paper?.affiliations.map(({ institution }) => institution) ?? [];
  };

  test('an organisation becomes an institution where a listing names it, with its parents as members', async () => {
    await importRegister(store, ror);
    const before = await graphDump(store);
    expect(before.filter((line) => line.startsWith('Institution '))).toEqual([]);
    await importList();
    expect(await institutionsOf('Quill')).toContainEqual({
      key: 'hillside-college',
      name: 'Hillside College',
      countryCode: 'US',
      ror: 'https://ror.org/0aaaaaa11',
      parents: [{ key: 'hill-state-university-system' }],
    });
    const { data } = await ask(
      store,
      '{ institution(by: {key: "hill-state-university-system"}) { papers { totalCount } units { key } } }',
    );
    expect(data).toEqual({ institution: { papers: { totalCount: 0 }, units: [] } });
  });

  test('an old name leads to the successor, a country in brackets is no part of a name, and the built-in entry wins', async () => {
    await importRegister(store, ror);
    await importList();
    expect((await institutionsOf('Paper')).map(({ key }) => key)).toEqual([
      'hillside-college',
      'university-of-california-berkeley',
    ]);
    expect((await institutionsOf('Vellum')).map(({ key }) => key)).toEqual(['valley-works-0eeeeee55', 'exlab']);
    expect((await institutionsOf('Pencil'))[0]).toMatchObject({ name: 'University of California, Berkeley' });
  });

  test('a name of several organisations is settled by country, or stays as written and is reported', async () => {
    await importRegister(store, ror);
    const { problems } = await importList();
    expect((await institutionsOf('Ink'))[0]?.key).toBe('trinity-hall-university-0cccccc33');
    expect((await institutionsOf('Stylus'))[0]?.key).toBe('trinity-hall-university');
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'AMBIGUOUS_INSTITUTION',
        severity: 'WARNING',
        message: expect.stringContaining('"Trinity Hall University (IE)" or "Trinity Hall University (US)"'),
      }),
    );
  });

  test('the graph does not depend on the order of lists, registers and alias files, and each leaves nothing behind', async () => {
    const steps = {
      list: importList,
      ror: () => importRegister(store, ror),
      aliases: () => importAliases(store, aliases),
    };
    await importList();
    const listAlone = await graphDump(store);
    await steps.ror();
    const withRor = await graphDump(store);
    await steps.aliases();
    const all = await graphDump(store);
    await removeSource(store, 'aliases');
    expect(await graphDump(store)).toEqual(withRor);
    await removeSource(store, 'ror');
    expect(await graphDump(store)).toEqual(listAlone);
    await steps.aliases();
    const withAliases = await graphDump(store);
    await steps.ror();
    expect(await graphDump(store)).toEqual(all);
    await removeSource(store, 'ror');
    expect(await graphDump(store)).toEqual(withAliases);
    await removeSource(store, 'list');
    await steps.ror();
    await steps.list();
    expect(await graphDump(store)).toEqual(all);
    await removeSource(store, 'list');
    await removeSource(store, 'aliases');
    await removeSource(store, 'ror');
    expect(await graphDump(store)).toEqual([]);
  });

  test('an alias file settles names, facts and parents, and applies to what is there', async () => {
    await importList();
    expect((await institutionsOf('Pencil'))[1]?.key).toBe('university-of-washington');
    const summary = await importAliases(store, aliases);
    expect(summary).toMatchObject({ recordCount: 3, changedListingCount: 2, paperCount: 2 });
    expect((await institutionsOf('Pencil'))[1]?.key).toBe('university-of-wisconsin-madison');
    expect((await institutionsOf('Vellum'))[1]).toMatchObject({
      key: 'example-laboratory',
      name: 'Example Laboratory',
      countryCode: 'US',
      parents: [{ key: 'stanford-university' }],
    });
    const { data } = await ask(store, '{ papers(filter: {conference: {any: ["OSDI"]}}) { nodes { title } } }');
    expect(data).toEqual({ papers: { nodes: [{ title: 'Quill' }, { title: 'Vellum' }] } });
  });

  test('what an alias file no longer says is withdrawn; a dry run tells how many listings would change', async () => {
    await importAliases(store, aliases);
    await importList();
    await writeFile(aliases, aliasFile.replace(/ {2}- name: University of Wisconsin.*\n.*\n/, ''));
    expect(await importAliases(store, aliases, { dryRun: true })).toMatchObject({ changedListingCount: 1 });
    expect(await importAliases(store, aliases)).toMatchObject({ changedListingCount: 1, paperCount: 1 });
    expect((await institutionsOf('Pencil'))[1]?.key).toBe('university-of-washington');
    expect(await importAliases(store, aliases)).toMatchObject({ isUnchanged: true });
    expect(await removeSource(store, 'aliases', { dryRun: true })).toMatchObject({ changedListingCount: 1 });
  });

  test('every form of the dump gives the same organisations', async () => {
    const lines = (some: readonly unknown[]) => some.map((each) => JSON.stringify(each)).join('\n');
    const files = await folderOf({
      'a/ror.json': JSON.stringify(records),
      'b/ror.json': lines(records),
      'c/ror.json': gzipSync(lines(records.map((record) => ({ file: 'x.json', record })))),
      'd/ror.json': JSON.stringify(records.map(rorRecordOfSchema1), null, 2),
    });
    await importList();
    const dumps: (readonly string[])[] = [];
    for (const form of ['a', 'b', 'c', 'd']) {
      await importRegister(store, join(files, form, 'ror.json'));
      const dump = await graphDump(store);
      dumps.push(dump.filter((line) => /^(?:Paper|Institution) /.test(line)));
      expect(dump.filter((line) => line.startsWith('Organization '))).toHaveLength(records.length);
    }
    for (const dump of dumps) expect(dump).toEqual(dumps[0]);
  });

  test('a later dump takes the place of the one before', async () => {
    await importList();
    await importRegister(store, ror);
    const later = join(await folderOf({ 'later.json': JSON.stringify(records.slice(1)) }), 'later.json');
    expect(await importRegister(store, later)).toMatchObject({ changedListingCount: 2 });
    expect((await storedSources(store)).map(({ key }) => key)).toEqual(['list', 'ror']);
    expect(await storedPages(store, 'ror')).toMatchObject([{ path: 'later.json' }]);
    expect((await institutionsOf('Quill')).map(({ ror: id }) => id)).toContain(null);
  });

  test('an interrupted change is finished by the next command', async () => {
    await importList();
    await importRegister(store, ror);
    const whole = await graphDump(store);
    await removeSource(store, 'ror');
    const failing: GraphStore = Object.create(store);
    let writes = 0;
    failing.write = (work) => {
      writes += 1;
      // The organisations, their parents, the table; then the listings.
      if (writes > 3) return Promise.reject(new Error('the power failed'));
      return store.write(work);
    };
    failing.run = (query, params) => store.run(query, params);
    await expect(importRegister(failing, ror)).rejects.toThrow('the power failed');
    await importList();
    expect(await graphDump(store)).toEqual(whole);
  });

  test('a stopped change is told as such, and the next command finishes it', async () => {
    await importList();
    await importRegister(store, ror);
    const whole = await graphDump(store);
    const removal = await removeSource(store, 'ror', { signal: AbortSignal.abort() });
    expect(removal).toMatchObject({ isStopped: true, pageCount: 0, removedOrganizationCount: 0 });
    expect(await graphDump(store)).toEqual(whole);
    const stopping = new AbortController();
    const half = await removeSource(stoppedAfter(store, 1, stopping), 'ror', { signal: stopping.signal });
    expect(half).toMatchObject({ isStopped: true, pageCount: 1, changedListingCount: 0, before: { pageCount: 1 } });
    await importList();
    await removeSource(store, 'list');
    expect(await graphDump(store)).toEqual([]);
  });

  test('an import of names that is stopped early changes nothing, and later is completed by running it again', async () => {
    await importList();
    const before = await graphDump(store);
    const signal = AbortSignal.abort();
    expect(await importRegister(store, ror, { signal })).toMatchObject({ isStopped: true, changedListingCount: 0 });
    expect(await importAliases(store, aliases, { signal })).toMatchObject({ isStopped: true, changedListingCount: 0 });
    expect(await graphDump(store)).toEqual(before);
    const stopping = new AbortController();
    // The organisations, their parents, the table; then the listings.
    const stopped = await importRegister(stoppedAfter(store, 3, stopping), ror, { signal: stopping.signal });
    expect(stopped).toMatchObject({ isStopped: true, isUnchanged: false, paperCount: 0 });
    const again = await importRegister(store, ror);
    expect(again).toMatchObject({ isStopped: false, isUnchanged: true });
    expect(again.paperCount).toBeGreaterThan(0);
    const whole = await graphDump(store);
    await removeSource(store, 'ror');
    await importRegister(store, ror);
    expect(await graphDump(store)).toEqual(whole);
  });

  test('a source of names and a list cannot have one name', async () => {
    await importList();
    await expect(importRegister(store, ror, { sourceKey: 'list' })).rejects.toMatchObject({
      code: 'SOURCE_OF_OTHER_KIND',
    });
    await importAliases(store, aliases);
    await expect(importSource(store, list, { sourceKey: 'aliases' })).rejects.toMatchObject({
      code: 'SOURCE_OF_OTHER_KIND',
    });
  });
});

/** The store, with a stop asked for once so many transactions are written. */
function stoppedAfter(store: GraphStore, writeCount: number, stopping: AbortController): GraphStore {
  const watched: GraphStore = Object.create(store);
  let writes = 0;
  watched.write = async (work) => {
    const result = await store.write(work);
    writes += 1;
    if (writes === writeCount) stopping.abort();
    return result;
  };
  watched.run = (query, params) => store.run(query, params);
  return watched;
}
