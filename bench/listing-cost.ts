/**
 * What a listing costs on each engine, in disk, memory and time, for two sizes of list; and what the same graph costs without
 * its listings (what they state is there, and the lines that state it are not). `ms of the last` over `ms of the first` says
 * whether a row takes longer the larger the graph is. Memory of Neo4j is that of its own process, and not shown.
 * Run by `npm run bench -- listing-cost`; numbers behind it are rows instead of 20,000 and 80,000, `--embedded` leaves Neo4j
 * out.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importSource } from '../src/import/import-source.ts';
import { openEmbeddedEngine } from '../src/store/embedded/embedded-engine.ts';
import type { Engine, Statement, Transaction } from '../src/store/engine.ts';
import { openGraphStore } from '../src/store/graph-store.ts';
import { startLocalNeo4j } from '../src/store/neo4j/local-server.ts';
import { type Neo4jAddress, openNeo4jEngine } from '../src/store/neo4j/neo4j-engine.ts';
import { generatedList } from './generated-list.ts';
import { asked, inOwnProcess, type MemoryPeak, memoryWatch, watchedEngine } from './own-process.ts';

interface Task {
  readonly work: 'import' | 'open';
  readonly list: string;
  readonly data: string;
  readonly withListings: boolean;
  readonly address: Neo4jAddress | null;
}
interface Found extends MemoryPeak {
  /** Of each transaction, in order, reading its pages included. */
  readonly times: readonly number[];
}

const rowsPerPage = 200;

await asked((task: Task) => measured(task));
const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((each) => each > 0);
await compare(
  sizes.length > 0 ? sizes : [20_000, 80_000],
  process.argv.includes('--embedded') ? ['embedded'] : ['embedded', 'neo4j'],
);
process.exit(0);

async function compare(sizes: readonly number[], engines: readonly Engine['name'][]): Promise<void> {
  const figures: Awaited<ReturnType<typeof figuresOf>>[] = [];
  for (const engine of engines) {
    for (const rowCount of sizes) {
      const list = generatedList({ pageCount: rowCount / rowsPerPage, rowsPerPage });
      for (const withListings of [true, false]) figures.push(await figuresOf({ engine, rowCount, list, withListings }));
      rmSync(list, { recursive: true });
    }
  }
  console.table(figures.map(({ bytes: _, ...shown }) => shown));
  console.table(
    figures.flatMap((whole) => {
      const without = figures.find(
        (each) => !each.listings && each.engine === whole.engine && each.rows === whole.rows,
      );
      if (!whole.listings || !without) return [];
      return {
        engine: whole.engine,
        rows: whole.rows,
        'disk of a listing, bytes': Math.round((whole.bytes - without.bytes) / whole.rows),
        'memory of a listing, bytes':
          whole['open MB'] === null || without['open MB'] === null
            ? null
            : Math.round(((whole['open MB'] - without['open MB']) / whole.rows) * 1e6),
        'time of a listing, ms': rounded(whole['ms a row'] - without['ms a row']),
      };
    }),
  );
}

interface Case {
  readonly engine: Engine['name'];
  readonly rowCount: number;
  readonly list: string;
  readonly withListings: boolean;
}

async function figuresOf({ engine, rowCount, list, withListings }: Case) {
  const data = mkdtempSync(join(tmpdir(), 'papergraph-bench-data-'));
  const server = engine === 'neo4j' ? await startLocalNeo4j({ home: data }) : null;
  const address = server && { ...server, database: 'neo4j' };
  const task = { list, data, withListings, address } as const;
  const { times, rss, heap } = inOwnProcess<Task, Found>({ ...task, work: 'import' });
  const open = server ? null : inOwnProcess<Task, Found>({ ...task, work: 'open' }).rss;
  await server?.stop();
  const bytes = bytesBelow(server ? join(data, 'data', 'databases', 'neo4j') : data);
  rmSync(data, { recursive: true, force: true });
  const quarter = Math.ceil(times.length / 4);
  const perRow = (some: readonly number[]) => rounded((sum(some) / some.length) * (times.length / rowCount));
  return {
    engine,
    rows: rowCount,
    listings: withListings,
    bytes,
    'disk MB': rounded(bytes / 1e6),
    'import MB': rss,
    'heap MB': heap,
    'open MB': open,
    'ms a row': perRow(times),
    'ms of the first': perRow(times.slice(0, quarter)),
    'ms of the last': perRow(times.slice(-quarter)),
  };
}

async function measured({ work, list, data, withListings, address }: Task): Promise<Found> {
  const { peak, look } = memoryWatch();
  const times: number[] = [];
  const engine = address ? await openNeo4jEngine(address) : openEmbeddedEngine({ folder: join(data, 'graph') });
  let begun = performance.now();
  const timed = watchedEngine(withListings ? engine : withoutListings(engine), () => {
    times.push(performance.now() - begun);
    look();
    begun = performance.now();
  });
  const store = await openGraphStore(timed);
  times.length = 0;
  begun = performance.now();
  if (work === 'import') await importSource(store, list, { sourceKey: 'list' });
  look();
  await store.close();
  return { ...peak, times };
}

/** Leaves out the statements that write listings. No two generated rows are of one paper, so nothing else changes. */
function withoutListings(engine: Engine): Engine {
  const isOfListings = ({ name }: Statement) => name.startsWith('write/listings');
  const quiet = ({ run }: Transaction): Transaction => ({
    run: async (statement) => (isOfListings(statement) ? [] : run(statement)),
  });
  return {
    name: engine.name,
    nodeOrder: (label, property) => engine.nodeOrder(label, property),
    textMatch: (...asked) => engine.textMatch(...asked),
    wordIndex: (indexed) => engine.wordIndex(indexed),
    labelCount: (label) => engine.labelCount(label),
    read: (statement) => engine.read(statement),
    write: (work) => engine.write((transaction) => work(quiet(transaction))),
    copyTo: (file) => engine.copyTo(file),
    prepare: () => engine.prepare(),
    ping: () => engine.ping(),
    close: () => engine.close(),
  };
}

function bytesBelow(folder: string): number {
  return sum(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => {
      const found = statSync(join(folder, name));
      return found.isFile() ? found.size : 0;
    }),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
