/**
 * What taking a data set in costs beside code written by hand over the same driver: rows a second (every node and
 * relationship that is in the graph afterwards is a row), whole time, memory of the process, and time to open the store
 * again. The hand-written loader has no identity, no listings, no names and no text search.
 *
 * `npm run bench -- data-set [papers] [--embedded | --neo4j]`; all of the file where no number is given.
 */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findDataSet, textOf } from '../src/import/data-set-files.ts';
import { importDataSet } from '../src/import/import-data-set.ts';
import { openEmbeddedEngine } from '../src/store/embedded/embedded-engine.ts';
import type { Engine } from '../src/store/engine.ts';
import { openGraphStore } from '../src/store/graph-store.ts';
import { startLocalNeo4j } from '../src/store/neo4j/local-server.ts';
import { type Neo4jAddress, openNeo4jEngine } from '../src/store/neo4j/neo4j-engine.ts';
import { loadByHand } from './hand-written-loader.ts';
import { asked, emptyNeo4j, inOwnProcess } from './own-process.ts';

interface Task {
  readonly how: 'by hand' | 'papergraph' | 'open';
  readonly file: string;
  /** A data folder, or where a Neo4j is. */
  readonly where: string | Neo4jAddress;
}

interface Found {
  readonly rowCount: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly rss: number;
}

await asked<Task>(async ({ how, file, where }): Promise<Found> => {
  const started = performance.now();
  let rss = 0;
  const look = () => {
    rss = Math.max(rss, process.memoryUsage.rss() / 1e6);
  };
  const watch = setInterval(look, 200);
  const engine = typeof where === 'string' ? openEmbeddedEngine({ folder: where }) : await openNeo4jEngine(where);
  if (how === 'by hand') await loadByHand(engine, file);
  else {
    const store = await openGraphStore(engine);
    const files = how === 'open' ? null : await findDataSet(file);
    if (files) await importDataSet(store, file, files, { sourceKey: 'bench' });
    else await store.version();
  }
  const seconds = (performance.now() - started) / 1000;
  look();
  clearInterval(watch);
  const rowCount = how === 'open' ? 0 : await countRows(engine);
  await engine.close();
  const { user, system } = process.cpuUsage();
  return { rowCount, seconds, cpuSeconds: (user + system) / 1e6, rss };
});

const folder = mkdtempSync(join(tmpdir(), 'papergraph-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const shared = resolve(process.env.PAPERGRAPH_SHARED ?? join(process.cwd(), '..', 'shared'));
const whole = join(shared, 'data', 'papers', 'works-2007-2016.jsonl.gz');
const count = Number(process.argv.slice(2).find((each) => /^\d+$/.test(each)) ?? 0);
const file = count === 0 ? whole : await firstLines(whole, count);

if (!process.argv.includes('--neo4j')) {
  const where = { 'by hand': join(folder, 'hand'), papergraph: join(folder, 'ours') };
  const byHand = inOwnProcess<Task, Found>({ how: 'by hand', file, where: where['by hand'] });
  const ours = inOwnProcess<Task, Found>({ how: 'papergraph', file, where: where.papergraph });
  print('embedded', byHand, ours);
  const opened = inOwnProcess<Task, Found>({ how: 'open', file, where: where.papergraph });
  console.log(`opening what was written: ${opened.seconds.toFixed(1)} s`);
}
if (!process.argv.includes('--embedded')) {
  const server = await startLocalNeo4j();
  const address = { uri: server.uri, username: server.username, password: server.password, database: 'neo4j' };
  const byHand = inOwnProcess<Task, Found>({ how: 'by hand', file, where: address });
  await emptyNeo4j(address);
  const ours = inOwnProcess<Task, Found>({ how: 'papergraph', file, where: address });
  print('neo4j', byHand, ours);
  await server.stop();
}
process.exit(0);

function print(engine: string, byHand: Found, ours: Found): void {
  const line = (name: string, { rowCount, seconds, cpuSeconds, rss }: Found) =>
    `${name.padEnd(12)} ${String(rowCount).padStart(9)} rows  ${seconds.toFixed(1).padStart(7)} s  ` +
    `${Math.round(rowCount / seconds)
      .toString()
      .padStart(6)} rows/s  ${cpuSeconds.toFixed(1).padStart(7)} s of this process's CPU  ${Math.round(rss)} MB`;
  console.log(`\n${engine}, ${count === 0 ? 'the whole file' : `${count} papers`}`);
  console.log(line('by hand', byHand));
  console.log(line('papergraph', ours));
  const rate = (each: Found) => each.rowCount / each.seconds;
  console.log(
    `rows a second ${(rate(ours) / rate(byHand)).toFixed(2)} of the hand-written loader's; ` +
      `time ${(ours.seconds / byHand.seconds).toFixed(2)} times; memory ${(ours.rss / byHand.rss).toFixed(2)} times`,
  );
}

async function countRows(engine: Engine): Promise<number> {
  const [nodes] = await engine.read({ name: 'nodes', text: 'MATCH (node) RETURN count(node) AS n', parameters: {} });
  const [links] = await engine.read({
    name: 'links',
    text: 'MATCH ()-[link]->() RETURN count(link) AS n',
    parameters: {},
  });
  return Number(nodes?.n) + Number(links?.n);
}

async function firstLines(from: string, lineCount: number): Promise<string> {
  const to = join(folder, 'works.jsonl');
  const out = createWriteStream(to);
  let left = lineCount;
  for await (const text of textOf(from)) {
    const lines = text.split('\n');
    const part = lines.length - 1 < left ? text : `${lines.slice(0, left).join('\n')}\n`;
    left -= lines.length - 1;
    out.write(part);
    if (left <= 0) break;
  }
  await new Promise<void>((done) => out.end(done));
  return to;
}
