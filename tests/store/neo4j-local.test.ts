import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalNeo4j, localNeo4jAvailability, startLocalNeo4j } from '../../src/store/neo4j/local-server.ts';

const { available, reason } = localNeo4jAvailability();
if (!available) console.warn(`NOT RUN: tests/store/neo4j-local.test.ts. ${reason}`);

test.runIf(process.env.CI === 'true')('a local Neo4j can be started where the build runs', () => {
  expect(reason).toBe('');
});

describe.runIf(available)('a local Neo4j', () => {
  let server: LocalNeo4j;
  beforeAll(async () => {
    server = await startLocalNeo4j();
  }, 240_000);
  afterAll(() => server?.stop(), 30_000);

  test.each(['bolt', 'neo4j'])('answers a query on %s://', async (scheme) => {
    const uri = server.uri.replace(/^neo4j/, scheme);
    expect(await returnOne({ ...server, uri })).toBe(1);
  });

  test('refuses a wrong password', async () => {
    await expect(returnOne({ ...server, password: 'not-the-password' })).rejects.toMatchObject({
      code: 'Neo.ClientError.Security.Unauthorized',
    });
  });

  test('says what to do when its port is taken, and leaves the first server alone', async () => {
    const port = Number(new URL(server.uri).port);
    await expect(startLocalNeo4j({ port })).rejects.toMatchObject({
      code: 'LOCAL_NEO4J_FAILED',
      message: expect.stringContaining('in use'),
    });
    expect(await returnOne(server)).toBe(1);
  }, 60_000);

  test('is gone once stop resolves, and may be stopped again', async () => {
    await server.stop();
    expect(() => process.kill(server.pid, 0)).toThrow('ESRCH');
    await server.stop();
  }, 30_000);
});

async function returnOne({ uri, username, password }: Pick<LocalNeo4j, 'uri' | 'username' | 'password'>) {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });
  try {
    const { records } = await driver.executeQuery('RETURN 1 AS one', {}, { routing: 'READ' });
    return records[0]?.get('one');
  } finally {
    await driver.close();
  }
}
