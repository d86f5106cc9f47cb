import { spawnSync } from 'node:child_process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Engine } from '../src/store/engine.ts';
import { type Neo4jAddress, openNeo4jEngine } from '../src/store/neo4j/neo4j-engine.ts';

/** Measurements in a process of their own, so that none sees what another left in memory. */

/** Runs this benchmark's answer to a task in a new process, and gives what it found. */
export function inOwnProcess<T, R>(task: T): R {
  const script = process.argv[1] ?? '';
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, '--task', JSON.stringify(task)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${JSON.stringify(task)}: ${stderr}`);
  return JSON.parse(stdout) as R;
}

/** In such a process: does the task, prints what it found, and ends. Elsewhere: nothing. */
export async function asked<T>(answer: (task: T) => Promise<unknown>): Promise<void> {
  const [option, task] = process.argv.slice(2);
  if (option !== '--task' || task === undefined) return;
  console.log(JSON.stringify(await answer(JSON.parse(task) as T)));
  process.exit(0);
}

/** Megabytes. */
export interface MemoryPeak {
  /** The most that the JavaScript heap held after a collection. */
  heap: number;
  /** The most that the process held. */
  rss: number;
}

/** The most memory at any of the looks so far. */
export function memoryWatch(): { readonly peak: MemoryPeak; readonly look: () => void } {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const peak = { heap: 0, rss: 0 };
  const look = () => {
    peak.rss = Math.max(peak.rss, inMb(process.memoryUsage().rss));
    collect();
    peak.heap = Math.max(peak.heap, inMb(process.memoryUsage().heapUsed));
  };
  return { peak, look };
}

/** The engine, with a look at the process at the end of each transaction, while it still holds all that it was given. */
export function watchedEngine(engine: Engine, look: () => void): Engine {
  return {
    name: engine.name,
    read: (statement) => engine.read(statement),
    nodeOrder: (label, property) => engine.nodeOrder(label, property),
    textMatch: (...asked) => engine.textMatch(...asked),
    wordIndex: (indexed) => engine.wordIndex(indexed),
    labelCount: (label) => engine.labelCount(label),
    write: (work) =>
      engine.write(async (transaction) => {
        const result = await work(transaction);
        look();
        return result;
      }),
    copyTo: (file) => engine.copyTo(file),
    prepare: () => engine.prepare(),
    ping: () => engine.ping(),
    close: () => engine.close(),
  };
}

/** Removes every node of a Neo4j, some thousand at a time. */
export async function emptyNeo4j(address: Neo4jAddress): Promise<void> {
  const engine = await openNeo4jEngine(address);
  const text = 'MATCH (node) WITH node LIMIT 5000 DETACH DELETE node RETURN count(*) AS count';
  for (let count: unknown = 1; count !== 0; ) {
    const [row] = await engine.write((transaction) => transaction.run({ name: 'empty', text, parameters: {} }));
    count = row?.count;
  }
  await engine.close();
}

function inMb(bytes: number): number {
  return Math.round(bytes / 100_000) / 10;
}
