/**
 * What a process needs while it reads and imports: the same rows spread over more and more pages, and more and more pages
 * of one size. Each figure is of a process of its own. `heap` is the most that the JavaScript heap held after a collection,
 * `rss` the most that the process held; `store` is the rss of a process that only opens the graph that the embedded engine
 * has then, and `beside` what importing takes beyond it.
 * Run by `npm run bench -- memory`; a number behind it multiplies the rows, `--embedded` leaves Neo4j out.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importSource } from '../src/import/import-source.ts';
import { recordLines } from '../src/import/record-lines.ts';
import { openEmbeddedEngine } from '../src/store/embedded/embedded-engine.ts';
import { openGraphStore } from '../src/store/graph-store.ts';
import { startLocalNeo4j } from '../src/store/neo4j/local-server.ts';
import { type Neo4jAddress, openNeo4jEngine } from '../src/store/neo4j/neo4j-engine.ts';
import { generatedList } from './generated-list.ts';
import { asked, emptyNeo4j, inOwnProcess, type MemoryPeak, memoryWatch, watchedEngine } from './own-process.ts';

type Work = 'read' | 'embedded' | 'neo4j' | 'open';
interface Task {
  readonly work: Work;
  readonly list: string;
  readonly data: string;
  readonly address?: Neo4jAddress;
}

await asked((task: Task) => measured(task));
const [scale] = process.argv.slice(2).filter((each) => Number(each) > 0);
await compare(Number(scale ?? 1), process.argv.includes('--embedded'));
process.exit(0);

async function compare(scale: number, withoutNeo4j: boolean): Promise<void> {
  const neo4j = withoutNeo4j ? null : await startLocalNeo4j();
  const spread = [100, 1_000, 5_000].map((pageCount) => ({ pageCount, rowsPerPage: (5_000 * scale) / pageCount }));
  const growing = [1, 4, 16].map((times) => ({ pageCount: 100 * times, rowsPerPage: 20 * scale }));
  for (const [name, cases] of Object.entries({ 'the same rows': spread, 'more pages of one size': growing })) {
    const rows = [];
    for (const each of cases) rows.push(await figuresOf(each, neo4j && { ...neo4j, database: 'neo4j' }));
    console.log(`\n${name}, MB`);
    console.table(rows);
  }
  await neo4j?.stop();
}

async function figuresOf(size: { pageCount: number; rowsPerPage: number }, address: Neo4jAddress | null) {
  const list = generatedList(size);
  const data = mkdtempSync(join(tmpdir(), 'papergraph-bench-data-'));
  const run = (work: Work) => inOwnProcess<Task, MemoryPeak>({ work, list, data, ...(address && { address }) });
  const [read, embedded, open] = [run('read'), run('embedded'), run('open')];
  if (address) await emptyNeo4j(address);
  const neo4j = address && run('neo4j');
  for (const folder of [list, data]) rmSync(folder, { recursive: true });
  return {
    pages: size.pageCount,
    rows: size.pageCount * size.rowsPerPage,
    'reading: heap': read.heap,
    rss: read.rss,
    'embedded: heap': embedded.heap,
    'rss ': embedded.rss,
    store: open.rss,
    beside: Math.round((embedded.rss - open.rss) * 10) / 10,
    ...(neo4j && { 'Neo4j: heap': neo4j.heap, 'rss  ': neo4j.rss }),
  };
}

async function measured({ work, list, data, address }: Task): Promise<MemoryPeak> {
  const { peak, look } = memoryWatch();
  if (work === 'read') {
    let count = 0;
    for await (const _ of recordLines(list, { onProblem: () => {} })) {
      count += 1;
      if (count % 250 === 0) look();
    }
  } else {
    const engine =
      work === 'neo4j' && address
        ? await openNeo4jEngine(address)
        : openEmbeddedEngine({ folder: join(data, 'graph') });
    const store = await openGraphStore(watchedEngine(engine, look));
    if (work !== 'open') await importSource(store, list, { sourceKey: 'list' });
    look();
    await store.close();
  }
  look();
  return peak;
}
