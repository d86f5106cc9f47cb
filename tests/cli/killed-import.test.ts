import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, inject, test } from 'vitest';
import { openEmbeddedEngine } from '../../src/store/embedded/embedded-engine.ts';
import { type GraphStore, openGraphStore } from '../../src/store/graph-store.ts';
import { openNeo4jEngine } from '../../src/store/neo4j/neo4j-engine.ts';
import { main, papergraph, quiet } from '../support/command-line.ts';
import { emptyStore, engineNames } from '../support/engines.ts';
import { graphDump } from '../support/graph-dump.ts';
import { folderOf } from '../support/pages.ts';
import { filesToKill, processKillCounts } from '../support/works-to-kill.ts';

describe.each(engineNames)('an import that is killed, on %s', (engine) => {
  const killCount = processKillCounts[engine];

  async function prepared() {
    const folder = await folderOf(filesToKill);
    const address = engine === 'neo4j' ? inject('neo4j') : null;
    const data = join(folder, 'graph');
    const where = address ? ['--neo4j', address.uri] : ['--data', data];
    const login = address && {
      NEO4J_USERNAME: address.username,
      NEO4J_PASSWORD: address.password,
      NEO4J_DATABASE: address.database,
    };
    const open = async (): Promise<GraphStore> =>
      openGraphStore(address ? await openNeo4jEngine(address) : openEmbeddedEngine({ folder: data }));
    return { args: ['import', join(folder, 'data'), '--source', 'data', ...where], env: { ...quiet, ...login }, open };
  }

  async function dumpAndClose(store: GraphStore): Promise<readonly string[]> {
    const dump = await graphDump(store);
    await store.close();
    return dump;
  }

  test(
    'is completed by the next to the graph that an unbroken one gives, whenever it was killed',
    async () => {
      if (engine === 'neo4j') await (await emptyStore(engine)).close();
      const whole = await prepared();
      const started = performance.now();
      expect(await papergraph(whole.args, { env: whole.env })).toMatchObject({ code: 0 });
      const took = performance.now() - started;
      const unbroken = await dumpAndClose(await whole.open());
      for (let kill = 0; kill < killCount; kill += 1) {
        if (engine === 'neo4j') await (await emptyStore(engine)).close();
        const { args, env, open } = await prepared();
        const child = spawn(process.execPath, [main, ...args], { env, stdio: 'ignore' });
        const ended = new Promise((resolve) => child.once('exit', resolve));
        // Spread over the whole run: before the first batch, within each, and near the end.
        await wait((took * (kill + 0.5)) / killCount);
        child.kill('SIGKILL');
        await ended;
        expect(await papergraph(args, { env })).toMatchObject({ code: 0 });
        const dump = await dumpAndClose(await open());
        expect(dump.length).toBe(unbroken.length);
        expect(dump).toEqual(unbroken);
      }
    },
    60_000 + killCount * 60_000,
  );
});
