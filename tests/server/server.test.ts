import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../src/server/server.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { openGraphStore } from '../../src/store/graph-store.ts';
import { type LocalNeo4j, startLocalNeo4j } from '../../src/store/neo4j/local-server.ts';
import { openNeo4jEngine } from '../../src/store/neo4j/neo4j-engine.ts';
import { emptyStore, engineNames } from '../support/engines.ts';

const logger = pino({ level: 'silent' });
const local = { host: '127.0.0.1', port: 0, logger };

async function post(
  url: string,
  query: string,
): Promise<{ status: number; body: { data?: unknown; errors?: { message: string; extensions: { code: string } }[] } }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, body: await response.json() };
}

describe.each(engineNames)('a server on %s', (engine) => {
  let store: GraphStore;
  let server: RunningServer;
  beforeAll(async () => {
    store = await emptyStore(engine);
    server = await startServer(store, local);
  });
  afterAll(async () => {
    await server.stop();
    await store.close();
  });

  test('answers questions, and says that it is well', async () => {
    expect((await post(server.url, '{ stats { paperCount } }')).body.data).toEqual({ stats: { paperCount: 0 } });
    const health = await fetch(`${server.url}/health`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok', engine }]);
  });

  test('answers in the order of the query', async () => {
    const query = '{ b: pages { totalCount } a: __typename c: stats { version paperCount topicCount } }';
    const response = await fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { 'content-type': 'application/json' },
    });
    expect(await response.text()).toMatch(/"b":.*"a":.*"c":\{"version":.*"paperCount":.*"topicCount":/);
  });

  test('shows GraphiQL to browsers at /graphql, and leads there from /', async () => {
    const page = await fetch(server.url, { headers: { accept: 'text/html' } });
    expect(page.url).toBe(`${server.url}/graphql`);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('Which institutions co-author papers about a subject');
  });

  test.each([
    ['a syntax error', '{ papers(', 'Syntax Error'],
    ['an unknown field', '{ papers { nodes { titel } } }', 'Did you mean "title"'],
    ['a bad id', '{ node(id: "x") { id } }', 'expected an id'],
    ['a bad page size', '{ papers(first: 1000) { nodes { key } } }', 'expected 0 to 100'],
    ['two look-ups at once', '{ paper(by: {key: "a", doi: "b"}) { key } }', 'PaperBy'],
  ])('%s is told to the caller, and the server stays up', async (_, query, message) => {
    const { body } = await post(server.url, query);
    expect(body.errors?.[0]?.message).toContain(message);
    expect((await post(server.url, '{ stats { paperCount } }')).status).toBe(200);
  });

  test('an address that is not there is 404', async () => {
    expect((await fetch(`${server.url}/nothing`)).status).toBe(404);
  });

  test('imports are for commands with the token alone', async () => {
    const attempt = (headers: Record<string, string>) =>
      fetch(`${server.url}/internal/import`, { method: 'POST', headers, body: '{"path":"/nowhere"}' });
    expect((await attempt({})).status).toBe(404);
    expect((await attempt({ authorization: 'Bearer wrong' })).status).toBe(404);
    const allowed = await attempt({ authorization: `Bearer ${server.token}` });
    expect([allowed.status, await allowed.json()]).toEqual([
      422,
      { kind: 'input', code: 'FILE_MISSING', message: expect.stringContaining('/nowhere') },
    ]);
  });

  test('a port in use is refused by name', async () => {
    const port = Number(new URL(server.url).port);
    await expect(startServer(store, { ...local, port })).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      message: expect.stringContaining(String(port)),
    });
  });
});

describe.runIf(engineNames.includes('neo4j'))('a Neo4j that stops between two requests', () => {
  let home: string;
  let neo4j: LocalNeo4j;
  let server: RunningServer;
  let store: GraphStore;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'papergraph-neo4j-'));
    neo4j = await startLocalNeo4j({ home });
    store = await openGraphStore(await openNeo4jEngine({ ...neo4j, database: 'neo4j' }));
    server = await startServer(store, local);
  });
  afterAll(async () => {
    await server.stop();
    await store.close();
    await neo4j.stop();
    await rm(home, { recursive: true, force: true });
  });

  test('is said to be unavailable without its address, and answers again when it is back', async () => {
    expect((await post(server.url, '{ stats { paperCount } }')).body.data).toEqual({ stats: { paperCount: 0 } });
    const port = Number(new URL(neo4j.uri).port);
    await neo4j.stop();
    const { body } = await post(server.url, '{ stats { paperCount } }');
    expect(body.errors?.[0]?.extensions.code).toBe('STORE_UNAVAILABLE');
    expect(JSON.stringify(body)).not.toContain(String(port));
    expect((await fetch(`${server.url}/health`)).status).toBe(503);
    neo4j = await startLocalNeo4j({ home, port });
    expect((await post(server.url, '{ stats { paperCount } }')).body.data).toEqual({ stats: { paperCount: 0 } });
  }, 120_000);
});
