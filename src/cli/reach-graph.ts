import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import {
  type CommandAnswer,
  type CommandName,
  type CommandRequest,
  type OnProgress,
  runGraphCommand,
} from '../import/graph-commands.ts';
import { InputError, StoreError, UsageError } from '../model/errors.ts';
import { commandPath, runHeader } from '../server/command-endpoint.ts';
import { type ServerAddress, serverOf } from '../store/embedded/folder-claim.ts';
import { dataFolder, neo4jAddress, openStore, type StoreOptions } from './open-store.ts';

/** A graph that a command works on, in this process or through the server that has it open. */
export interface ReachedGraph {
  run<N extends CommandName>(name: N, request: CommandRequest<N>): Promise<CommandAnswer<N>>;
  close(): Promise<void>;
}

interface ReachOptions {
  /** Told of how far a command is that this process runs itself. */
  readonly onProgress?: OnProgress;
  /** The command writes, so a data folder that is not there is made. */
  readonly isMade: boolean;
}

/** The embedded store belongs to one process: where a server has it, the work is handed to that server. */
async function reachGraph(
  options: StoreOptions,
  { isMade, onProgress }: ReachOptions,
  signal: AbortSignal,
): Promise<ReachedGraph> {
  const server = neo4jAddress(options) === undefined ? serverOf(dataFolder(options)) : null;
  if (server) return { run: (name, request) => handOver(server, name, request, signal), close: async () => {} };
  const store = await openStore(options, { isMade });
  return {
    run: (name, request) => runGraphCommand(store, name, request, { signal, onProgress }),
    close: () => store.close(),
  };
}

/**
 * Runs some work on the graph and closes it, whatever happens. Ctrl-C stops a command at the next border of two batches,
 * so that its summary is told; a second one ends the process at once.
 */
export async function withGraph(
  options: StoreOptions,
  reach: ReachOptions,
  work: (graph: ReachedGraph) => Promise<void>,
): Promise<void> {
  const stop = stopRequest();
  const graph = await reachGraph(options, reach, stop.signal);
  try {
    await work(graph);
  } finally {
    await graph.close();
    stop.forget();
  }
}

/** Ctrl-C as a signal, until it is forgotten. */
export function stopRequest(): { readonly signal: AbortSignal; forget(): void } {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(1);
    console.error('Stopping when the batch at work is written; press Ctrl-C again to stop at once.');
    controller.abort();
  };
  for (const signal of signals) process.on(signal, onSignal);
  return {
    signal: controller.signal,
    forget: () => {
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}

async function handOver<N extends CommandName>(
  server: ServerAddress,
  name: N,
  request: CommandRequest<N>,
  signal: AbortSignal,
): Promise<CommandAnswer<N>> {
  const run = randomUUID();
  const stop = () => void ask(server, 'stop', {}, run).catch(() => undefined);
  signal.addEventListener('abort', stop);
  try {
    const { status, body } = await ask(server, name, request, run);
    // The server is this program; its answer is what the command gives.
    if (status === 200) return body as CommandAnswer<N>;
    throw refusal(server, status, body as { code?: string; message?: string; kind?: string });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function refusal(
  { url }: ServerAddress,
  status: number,
  { code = 'COMMAND_REFUSED', message, kind }: { code?: string; message?: string; kind?: string },
): Error {
  const said = message ?? `${url}: the server refused the command (${status}).`;
  return kind === 'usage' ? new UsageError(code, said) : new InputError(code, said);
}

/** Waits as long as the work takes: `fetch` would give up after five minutes without an answer. */
function ask(
  { url, token }: ServerAddress,
  name: string,
  request: object,
  run: string,
): Promise<{ readonly status: number; readonly body: unknown }> {
  return new Promise((resolve, reject) => {
    const fail = (cause?: unknown) => reject(unreachable({ url }, cause));
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', [runHeader]: run };
    const sent = httpRequest(`${url}${commandPath}${name}`, { method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () => {
        if (!response.headers['content-type']?.includes('application/json')) return fail();
        resolve({ status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) });
      });
    });
    sent.on('error', fail);
    sent.end(JSON.stringify(request));
  });
}

function unreachable({ url }: Pick<ServerAddress, 'url'>, cause?: unknown): StoreError {
  return new StoreError(
    'SERVER_UNREACHABLE',
    `${url}: a server has this data folder open, but no answer of it came. If it is still at work, wait for it; ` +
      'else stop it, and run the command again.',
    { cause },
  );
}
