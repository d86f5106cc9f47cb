import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { limits } from '../../src/graphql/limits.ts';
import { importSource } from '../../src/import/import-source.ts';
import { type GraphStore, openGraphStore } from '../../src/store/graph-store.ts';
import { openNeo4jEngine } from '../../src/store/neo4j/neo4j-engine.ts';
import { startApi } from '../support/api.ts';
import { until } from '../support/command-line.ts';
import { emptyStore, engineNames } from '../support/engines.ts';
import { folderOf, tablePage } from '../support/pages.ts';

const sample = join(import.meta.dirname, '..', '..', 'samples', 'reading-list');
const query = '{ papers(first: 1) { totalCount nodes { key } } }';

/** Reads of the graph version aside, which depend on the time between two requests. */
function dataOf(asked: readonly string[]): readonly string[] {
  return asked.filter((name) => name !== 'graph/state');
}

async function importOne(store: GraphStore, name: string): Promise<void> {
  const folder = await folderOf({ 'list.md': tablePage('More', [{ name, venue: 'OSDI 2023' }]) });
  await importSource(store, folder, { sourceKey: name });
}

describe.each(engineNames)('answers on %s', (engine) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await emptyStore(engine);
    await importSource(store, sample, { sourceKey: 'sample' });
  });
  afterAll(() => store.close());

  test('tell their cost, the statements behind them, and the graph version', async () => {
    const api = await startApi(store);
    const { body, asked } = await api.post({ query });
    expect(body.extensions).toEqual({
      // The connection, a row, a key; and a count with its weight.
      cost: { cost: 1 + 1 + 1 + 51, limit: limits.cost, storeStatements: 2 },
      graphVersion: String(await store.version()),
    });
    expect(dataOf(asked)).toHaveLength(2);
  });

  test('say which names nothing has, with those that may have been meant, also where they are kept', async () => {
    const api = await startApi(store);
    const misspelt = `{
      papers(filter: {institution: {any: ["Metta", "Meta"]}, conference: {none: ["ODSI"]}}) { totalCount }
      institution(by: {name: "Cornel University"}) { name }
      other: institution(by: {name: "Cornel"}) { name }
    }`;
    const { data, extensions } = (await api.post({ query: misspelt })).body;
    expect(data).toMatchObject({ institution: null });
    expect(extensions?.unknownNames).toEqual(
      expect.arrayContaining([
        { kind: 'INSTITUTION', name: 'Metta', nearest: ['Meta'] },
        { kind: 'CONFERENCE', name: 'ODSI', nearest: ['OSDI'] },
        { kind: 'INSTITUTION', name: 'Cornel University', nearest: ['Cornell University'] },
        { kind: 'INSTITUTION', name: 'Cornel', nearest: ['Cornell University'] },
      ]),
    );
    expect((await api.post({ query: misspelt })).body.extensions?.unknownNames).toEqual(extensions?.unknownNames);
  });

  test('are kept: the same question again sends no statement but for the version, once in 250 ms', async () => {
    const api = await startApi(store);
    const first = await api.post({ query });
    const again = await Promise.all(Array.from({ length: 20 }, () => api.post({ query })));
    for (const { body, asked } of again) {
      expect(body.data).toEqual(first.body.data);
      expect(body.extensions?.cost.storeStatements).toBe(0);
      expect(dataOf(asked)).toEqual([]);
    }
  });

  test('a figure over everything is read once at a version, whatever else is asked with it', async () => {
    const api = await startApi(store);
    const other = '{ papers(first: 1) { totalCount nodes { key title } } }';
    expect((await api.post({ query: '{ papers { totalCount } }' })).body.extensions?.cost.storeStatements).toBe(1);
    expect((await api.post({ query: other })).body.extensions?.cost.storeStatements).toBe(1);
    await importOne(store, 'Figure');
    expect((await api.post({ query: other })).body.extensions?.cost.storeStatements).toBe(2);
  });

  test('names are looked up once at a version, whatever else is asked of them', async () => {
    const api = await startApi(store);
    const of = (fields: string) =>
      `{ papers(first: 2, filter: {institution: {any: ["Meta"]}}) { nodes { ${fields} } } }`;
    expect((await api.post({ query: of('key') })).body.extensions?.cost.storeStatements).toBe(2);
    expect((await api.post({ query: of('key title') })).body.extensions?.cost.storeStatements).toBe(1);
    await importOne(store, 'Name');
    expect((await api.post({ query: of('key year') })).body.extensions?.cost.storeStatements).toBe(2);
  });

  test('an error costs no statement more: what the store has answered is not asked again', async () => {
    const api = await startApi(store);
    const bad = 'query Bad { good: papers(first: 2) { nodes { key } } bad: papers(after: "no") { nodes { key } } }';
    const { body, asked } = await api.post({ query: bad });
    expect(body.errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_CURSOR']);
    expect(dataOf(asked)).toEqual(['paper/all']);
  });

  test('are kept by document, variables and operation', async () => {
    const api = await startApi(store);
    const text =
      'query A($n: Int) { papers(first: $n) { nodes { key } } } query B { papers(first: 2) { nodes { key } } }';
    const statements = [];
    for (const operation of [
      { operationName: 'A', variables: { n: 1 } },
      { operationName: 'A', variables: { n: 2 } },
      { operationName: 'B' },
      { operationName: 'A', variables: { n: 1 } },
    ]) {
      const { body, asked } = await api.post({ query: text, ...operation });
      expect(body.errors).toBeUndefined();
      statements.push(dataOf(asked).length);
    }
    expect(statements).toEqual([1, 1, 1, 0]);
  });

  test('with errors are not kept', async () => {
    const api = await startApi(store);
    const wrong = { query: '{ papers(first: 1) { nodes { key } } pages(after: "x") { totalCount } }' };
    expect((await api.post(wrong)).body.errors).toHaveLength(1);
    const { body, asked } = await api.post(wrong);
    expect(body.errors).toHaveLength(1);
    expect(dataOf(asked)).toHaveLength(1);
  });

  test('a write through the server itself is seen by the very next question', async () => {
    const api = await startApi(store);
    const before = await api.post({ query });
    await importOne(store, `own-${engine}`);
    const after = await api.post({ query });
    expect(after.body.data?.papers).toMatchObject({
      totalCount: Number(Object(before.body.data?.papers).totalCount) + 1,
    });
    expect(Number(after.body.extensions?.graphVersion)).toBeGreaterThan(Number(before.body.extensions?.graphVersion));
  });

  test('of GET have an ETag that stands until the graph changes', async () => {
    const api = await startApi(store);
    const first = await api.get({ query });
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(new RegExp(`^"${first.body.extensions?.graphVersion}-[\\w-]+"$`));
    expect(first.headers.get('cache-control')).toBe('no-cache');
    for (const header of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const unchanged = await api.get({ query }, { 'if-none-match': header });
      expect([unchanged.status, unchanged.headers.get('etag'), dataOf(unchanged.asked)]).toEqual([304, etag, []]);
    }
    expect((await api.get({ query: '{ stats { version } }' }, { 'if-none-match': etag })).status).toBe(200);
    await importOne(store, `etag-${engine}`);
    const changed = await api.get({ query }, { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });
});

describe.runIf(engineNames.includes('neo4j'))('two servers over one Neo4j', () => {
  async function secondStore(): Promise<GraphStore> {
    const address = inject('neo4j');
    if (address === null) throw new Error('No Neo4j was found or started.');
    const store = await openGraphStore(await openNeo4jEngine(address));
    onTestFinished(() => store.close());
    return store;
  }

  test('a write through one is answered by the other as soon as the version is read again', async () => {
    const store = await emptyStore('neo4j');
    onTestFinished(() => store.close());
    await importSource(store, sample, { sourceKey: 'sample' });
    const other = await secondStore();
    const [one, two] = [await startApi(store), await startApi(other)];
    const before = [await one.post({ query }), await two.post({ query })];
    expect(before.map(({ body }) => body.data?.papers)).toEqual([
      before[0]?.body.data?.papers,
      before[0]?.body.data?.papers,
    ]);
    const etag = (await two.get({ query })).headers.get('etag') ?? '';
    // Both name the answer alike, so that a proxy may ask either.
    expect((await one.get({ query }, { 'if-none-match': etag })).status).toBe(304);

    await importOne(store, 'written-by-one');
    const written = await store.version();
    await expect(other.recentVersion(0)).resolves.toBe(written);
    const after = [await one.post({ query }), await two.post({ query })];
    for (const { body } of after) {
      expect(body.data?.papers).toMatchObject({ totalCount: 6 });
      expect(body.extensions?.graphVersion).toBe(String(written));
    }
    expect((await two.get({ query }, { 'if-none-match': etag })).status).toBe(200);
    expect(dataOf((await two.post({ query })).asked)).toEqual([]);
  });

  test('a version is never older than what is asked for, and not read more often', async () => {
    const store = await secondStore();
    const other = await secondStore();
    const read: string[] = [];
    const watched = store.observed(({ name }) => read.push(name));
    const version = await watched.recentVersion(0);
    read.length = 0;
    expect(await Promise.all(Array.from({ length: 50 }, () => watched.recentVersion(60_000)))).toEqual(
      Array.from({ length: 50 }, () => version),
    );
    expect(read).toEqual([]);
    await importOne(other, 'written-by-the-other');
    expect(await watched.recentVersion(60_000)).toBe(version);
    await until(
      async () => (await watched.recentVersion(limits.versionAgeMs)) > version,
      () => 'the new version',
    );
    expect(new Set(read)).toEqual(new Set(['graph/state']));
  });

  test('a statement that takes longer than the deadline is ended in Neo4j itself', async () => {
    const store = await secondStore();
    const text =
      'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS slow';
    const slow = { name: 'slow', text, parameters: {} };
    await expect(store.until(performance.now() + 300).read(slow)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    const listing = {
      name: 'transactions',
      text: 'SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery AS query',
      parameters: {},
    };
    const running = async () =>
      (await store.read(listing)).filter(({ query }) => String(query).includes('slow')).length;
    await until(
      async () => (await running()) === 0,
      () => 'the end of the slow statement',
    );
    expect(await store.version()).toBeGreaterThan(0);
  });
});
