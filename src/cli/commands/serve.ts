import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import pino, { type Logger } from 'pino';
import { importSource } from '../../import/import-source.ts';
import { UsageError } from '../../model/errors.ts';
import type { ApiOptions } from '../../server/api-options.ts';
import { startServer } from '../../server/server.ts';
import { announceServer } from '../../store/embedded/folder-claim.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import { packageRoot } from '../../store/package-root.ts';
import { type ApiFlags, apiOptions, withApiFlags } from '../api-flags.ts';
import { dataFolder, openStore, type StoreOptions, withStoreOptions } from '../open-store.ts';
import { printSummary } from '../print-summary.ts';
import { requireWatchable, type WatchedLists, watchLists } from '../watch-lists.ts';

interface ServeOptions extends StoreOptions, ApiFlags {
  readonly host: string;
  readonly port: number;
  readonly sample: boolean;
  readonly watch?: readonly string[];
  readonly source?: string;
  readonly map?: string;
}

/** `papergraph serve`: answers GraphQL over the graph until it is told to stop. */
export function serveCommand(): Command {
  const command = new Command('serve')
    .description('serve the graph: /graphql (GraphiQL for browsers) and /health')
    .option('--host <host>', 'where to listen', '127.0.0.1')
    .option('--port <port>', 'port to listen on; 0 for a free one', portOf, 4000)
    .option('--no-sample', 'leave an empty embedded graph empty instead of importing the sample list')
    .option(
      '--watch <folder...>',
      'import these folders, and take in each page as it is saved, added, renamed or deleted',
    )
    .option('--source <key>', 'with --watch of one folder: name of the source')
    .option('--map <file>', "with --watch: which keys of a list kept as data hold what; see import's")
    .action(run);
  return withStoreOptions(withApiFlags(command));
}

async function run(options: ServeOptions): Promise<void> {
  const logger = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, pino.destination({ dest: 2, sync: true }));
  const api = apiOptions(options, process.env);
  const store = await openStore(options);
  try {
    const lists = watchedLists(options);
    if (lists.folders.length > 0) await requireWatchable(store, lists);
    else if (options.sample) await importSample(store);
    const server = await startServer(store, { host: options.host, port: options.port, logger, api });
    if (store.engine === 'embedded') announceServer(dataFolder(options), server);
    console.log(greeting(server.url, api));
    const stopWatching = watchLists(store, lists, logger);
    await stopRequested();
    await Promise.all([stopWatching(), server.stop()]);
  } finally {
    await closeWithin(store, logger);
  }
}

async function importSample(store: GraphStore): Promise<void> {
  // A graph that was ever written to is its user's, also when nothing is left in it.
  if (store.engine !== 'embedded' || (await store.version()) > 0) return;
  printSummary(await importSource(store, join(packageRoot(), 'samples', 'reading-list'), { sourceKey: 'sample' }));
}

function watchedLists({ watch = [], source, map }: ServeOptions): WatchedLists {
  if (watch.length === 0 && (source !== undefined || map !== undefined)) {
    throw new UsageError('WATCH_MISSING', '--source and --map: expected --watch FOLDER, whose source they are about.');
  }
  return { folders: watch, sourceKey: source ?? null, mapPath: map === undefined ? null : resolve(map) };
}

function greeting(url: string, { graphiql, trustedOnly }: ApiOptions): string {
  if (trustedOnly) {
    return `\nPapergraph answers the operations of schema/operations at ${url}/graphql, such as {"documentId": "stats"}.\n\nStop with Ctrl-C.`;
  }
  return `
Papergraph answers at ${url}/graphql${graphiql ? '  (open it in a browser for GraphiQL)' : ''}

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
