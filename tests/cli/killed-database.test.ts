import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, inject, test } from 'vitest';
import type { Engine } from '../../src/store/engine.ts';
import { openGraphStore } from '../../src/store/graph-store.ts';
import { type LocalNeo4j, startLocalNeo4j } from '../../src/store/neo4j/local-server.ts';
import { openNeo4jEngine } from '../../src/store/neo4j/neo4j-engine.ts';
import { type Ended, main, quiet, until } from '../support/command-line.ts';
import { emptied, emptyStore } from '../support/engines.ts';
import { graphDump } from '../support/graph-dump.ts';
import { folderOf } from '../support/pages.ts';
import { filesToKill, serverKillCount } from '../support/works-to-kill.ts';

/** Kills a Neo4j server of its own, which the other tests do not use. `killed-import.test.ts` kills our process. */

type Login = Pick<LocalNeo4j, 'uri' | 'username' | 'password'>;

describe.skipIf(inject('neo4j') === null)('an import whose database is killed', () => {
  let server: LocalNeo4j | null = null;
  afterAll(() => server?.stop());

  async function started(home: string): Promise<LocalNeo4j> {
    server = await startLocalNeo4j({ home });
    return server;
  }

  function openEngine({ uri, username, password }: Login) {
    return openNeo4jEngine({ uri, username, password, database: 'neo4j' });
  }

  function importing({ uri, username, password }: Login, folder: string): Promise<Ended> {
    const env = { ...quiet, NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
    const child = spawn(process.execPath, [main, 'import', join(folder, 'data'), '--source', 'data', '--neo4j', uri], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const printed = { stdout: '', stderr: '' };
    child.stdout.on('data', (bytes: Buffer) => {
      printed.stdout += bytes.toString('utf8');
    });
    child.stderr.on('data', (bytes: Buffer) => {
      printed.stderr += bytes.toString('utf8');
    });
    return new Promise((resolve) => child.once('close', (code) => resolve({ code: code ?? -1, ...printed })));
  }

  async function nodeCount(engine: Engine): Promise<number> {
    const [row] = await engine.read({
      name: 'count',
      text: 'MATCH (node) RETURN count(node) AS nodeCount',
      parameters: {},
    });
    return Number(row?.nodeCount);
  }

  /** On the server of all tests, which lives on. */
  async function unbrokenImport(folder: string) {
    const shared = inject('neo4j');
    if (shared === null) throw new Error('No Neo4j was found or started.');
    await (await emptyStore('neo4j')).close();
    const begun = performance.now();
    expect(await importing(shared, folder)).toMatchObject({ code: 0 });
    return { took: performance.now() - begun, unbroken: await dumpOf(shared) };
  }

  async function dumpOf(address: Login): Promise<readonly string[]> {
    const store = await openGraphStore(await openEngine(address));
    const dump = await graphDump(store);
    await store.close();
    return dump;
  }

  test(
    'says so, and is completed by the next to the graph that an unbroken one gives',
    async () => {
      const folder = await folderOf(filesToKill);
      const { took, unbroken } = await unbrokenImport(folder);
      const home = await folderOf({});
      let database = await started(home);
      let brokenCount = 0;
      for (let kill = 0; kill < serverKillCount; kill += 1) {
        const engine = await emptied(await openEngine(database));
        const ended = importing(database, folder);
        await until(
          async () => (await nodeCount(engine)) > 1,
          () => 'the first write of the import',
          60_000,
        );
        // Spread over what follows; one that comes too late for this run says so below.
        await wait((took * kill) / serverKillCount);
        process.kill(database.pid, 'SIGKILL');
        await database.closed;
        const { code, stderr } = await ended;
        await engine.close();
        if (code !== 0) {
          brokenCount += 1;
          expect(stderr).toMatch(/nothing of the one at work was written.*NEO4J_LOST/);
        }
        database = await started(home);
        expect(await importing(database, folder)).toMatchObject({ code: 0 });
        const dump = await dumpOf(database);
        expect(dump.length).toBe(unbroken.length);
        expect(dump).toEqual(unbroken);
      }
      console.log(`${serverKillCount} kills of the server, ${brokenCount} of them in the middle of an import`);
      expect(brokenCount).toBeGreaterThan(0);
    },
    180_000 + serverKillCount * 120_000,
  );
});
