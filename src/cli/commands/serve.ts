import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import pino, { type Logger } from 'pino';
import { importSource } from '../../import/import-source.ts';
import { startServer } from '../../server/server.ts';
import { announceServer } from '../../store/embedded/folder-claim.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import { packageRoot } from '../../store/package-root.ts';
import { dataFolder, openStore, type StoreOptions, withStoreOptions } from '../open-store.ts';
import { printSummary } from '../print-summary.ts';

interface ServeOptions extends StoreOptions {
  readonly host: string;
  readonly port: number;
  readonly sample: boolean;
}

/** `papergraph serve`: answers GraphQL over the graph until it is told to stop. */
export function serveCommand(): Command {
  const command = new Command('serve')
    .description('serve the graph: /graphql (GraphiQL for browsers) and /health')
    .option('--host <host>', 'where to listen', '127.0.0.1')
    .option('--port <port>', 'port to listen on; 0 for a free one', portOf, 4000)
    .option('--no-sample', 'leave an empty embedded graph empty instead of importing the sample list')
    .action(run);
  return withStoreOptions(command);
}

async function run(options: ServeOptions): Promise<void> {
  const logger = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, pino.destination({ dest: 2, sync: true }));
  const store = await openStore(options);
  try {
    if (options.sample) await importSample(store);
    const server = await startServer(store, { host: options.host, port: options.port, logger });
    if (store.engine === 'embedded') announceServer(dataFolder(options), server);
    console.log(greeting(server.url));
    await stopRequested();
    await server.stop();
  } finally {
    await closeWithin(store, logger);
  }
}

async function importSample(store: GraphStore): Promise<void> {
  if (store.engine !== 'embedded' || !(await store.isEmpty())) return;
  printSummary(await importSource(store, join(packageRoot(), 'samples', 'reading-list'), { sourceKey: 'sample' }));
}

function greeting(url: string): string {
  return `
Papergraph answers at ${url}/graphql  (open it in a browser for GraphiQL)

A first question: which institutions co-author embedding papers?

  { collaborations(papers: {about: "embedding"}) { nodes { institutions { name } sharedPaperCount } } }

Your own list: papergraph import FOLDER.  Stop with Ctrl-C.`;
}

function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** A write that has begun is finished; a store that does not close in time must not keep the process. */
async function closeWithin(store: GraphStore, logger: Logger): Promise<void> {
  const limit = setTimeout(() => {
    logger.error('the store did not close in time');
    process.exit(1);
  }, 2_000);
  limit.unref();
  await store.close();
  clearTimeout(limit);
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('Expected a port from 0 to 65535.');
}
