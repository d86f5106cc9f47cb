import { InputError } from '../model/errors.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { storedSources } from '../store/source-queries.ts';
import { importAliases } from './import-aliases.ts';
import { importRegister } from './import-register.ts';
import { type ImportSummary, importSource } from './import-source.ts';
import type { NamesSummary } from './name-sources.ts';
import { type RemovalSummary, removeSource } from './remove-source.ts';

/**
 * What commands do with a graph, as data in and out, so that the process that has the store can do it for another one.
 * Paths are absolute: both see one file system.
 */
interface GraphCommands {
  readonly import: {
    readonly request: {
      readonly path: string;
      readonly sourceKey: string | null;
      readonly mapPath: string | null;
      readonly dryRun: boolean;
    };
    readonly answer: ImportSummary;
  };
  readonly importNames: {
    readonly request: {
      readonly path: string;
      readonly kind: 'ror' | 'aliases';
      readonly sourceKey: string | null;
      readonly dryRun: boolean;
    };
    readonly answer: NamesSummary;
  };
  readonly remove: {
    readonly request: { readonly sourceKey: string; readonly dryRun: boolean };
    readonly answer: RemovalSummary;
  };
  readonly sources: {
    readonly request: Record<string, never>;
    readonly answer: Awaited<ReturnType<typeof storedSources>>;
  };
}

export type CommandName = keyof GraphCommands;
export type CommandRequest<N extends CommandName> = GraphCommands[N]['request'];
export type CommandAnswer<N extends CommandName> = GraphCommands[N]['answer'];

type Handlers = {
  readonly [N in CommandName]: (store: GraphStore, request: CommandRequest<N>) => Promise<CommandAnswer<N>>;
};

const handlers: Handlers = {
  import: (store, { path, sourceKey, mapPath, dryRun }) =>
    importSource(store, path, { dryRun, sourceKey: sourceKey ?? undefined, mapPath: mapPath ?? undefined }),
  importNames: (store, { path, kind, sourceKey, dryRun }) =>
    (kind === 'ror' ? importRegister : importAliases)(store, path, {
      dryRun,
      ...(sourceKey === null ? {} : { sourceKey }),
    }),
  remove: (store, { sourceKey, dryRun }) => removeSource(store, sourceKey, { dryRun }),
  sources: (store) => storedSources(store),
};

/** Commands that change a graph run one after another: what one compares with must not change under it. */
let last: Promise<unknown> = Promise.resolve();

/** Does a command's work on an open store. */
export function runGraphCommand<N extends CommandName>(
  store: GraphStore,
  name: N,
  request: CommandRequest<N>,
): Promise<CommandAnswer<N>> {
  const turn = last.then(() => handlers[name](store, request));
  last = turn.catch(() => undefined);
  return turn;
}

/**
 * A command and its request as another process sent them.
 * @throws InputError BAD_REQUEST
 */
export function parseGraphCommand(
  name: string,
  body: string,
): { name: CommandName; request: CommandRequest<CommandName> } {
  if (!Object.hasOwn(handlers, name))
    throw new InputError('BAD_REQUEST', `${name}: expected a command of this Papergraph.`);
  try {
    // Whoever has the token runs the same program; see `ServerAddress`.
    return { name: name as CommandName, request: JSON.parse(body) as CommandRequest<CommandName> };
  } catch (error) {
    throw new InputError('BAD_REQUEST', 'Expected a request in JSON.', { cause: error });
  }
}
