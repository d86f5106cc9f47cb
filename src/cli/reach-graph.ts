import {
  type CommandAnswer,
  type CommandName,
  type CommandRequest,
  runGraphCommand,
} from '../import/graph-commands.ts';
import { InputError, StoreError } from '../model/errors.ts';
import { commandPath } from '../server/command-endpoint.ts';
import { type ServerAddress, serverOf } from '../store/embedded/folder-claim.ts';
import { dataFolder, neo4jAddress, openStore, type StoreOptions } from './open-store.ts';

/** A graph that a command works on, in this process or through the server that has it open. */
export interface ReachedGraph {
  run<N extends CommandName>(name: N, request: CommandRequest<N>): Promise<CommandAnswer<N>>;
  close(): Promise<void>;
}

/** The embedded store belongs to one process: where a server has it, the work is handed to that server. */
async function reachGraph(options: StoreOptions): Promise<ReachedGraph> {
  const server = neo4jAddress(options) === undefined ? serverOf(dataFolder(options)) : null;
  if (server) return { run: (name, request) => handOver(server, name, request), close: async () => {} };
  const store = await openStore(options);
  return { run: (name, request) => runGraphCommand(store, name, request), close: () => store.close() };
}

/** Runs some work on the graph and closes it, whatever happens. */
export async function withGraph(options: StoreOptions, work: (graph: ReachedGraph) => Promise<void>): Promise<void> {
  const graph = await reachGraph(options);
  try {
    await work(graph);
  } finally {
    await graph.close();
  }
}

async function handOver<N extends CommandName>(
  server: ServerAddress,
  name: N,
  request: CommandRequest<N>,
): Promise<CommandAnswer<N>> {
  const response = await ask(server, name, request);
  if (!response.headers.get('content-type')?.includes('application/json')) throw unreachable(server);
  const answer: unknown = await response.json();
  // The server is this program; its answer is what the command gives.
  if (response.ok) return answer as CommandAnswer<N>;
  const { code, message } = answer as { code?: string; message?: string };
  throw new InputError(
    code ?? 'COMMAND_REFUSED',
    message ?? `${server.url}: the server refused the command (${response.status}).`,
  );
}

async function ask({ url, token }: ServerAddress, name: string, request: object): Promise<Response> {
  try {
    return await fetch(`${url}${commandPath}${name}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
  } catch (error) {
    throw unreachable({ url }, error);
  }
}

function unreachable({ url }: Pick<ServerAddress, 'url'>, cause?: unknown): StoreError {
  return new StoreError(
    'SERVER_UNREACHABLE',
    `${url}: a server has this data folder open, but no answer of it came. If it is still at work, wait for it; ` +
      'else stop it, and run the command again.',
    { cause },
  );
}
