import type { FormatName } from '../importers/index.ts';
import { InputError } from '../model/errors.ts';
import type { NodeKind } from '../model/explanation.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { countsOf, type SourceCounts, type StoredSource, storedSources } from '../store/source-queries.ts';
import { explainNode, type NodeExplanation } from './explain-node.ts';
import { importAliases } from './import-aliases.ts';
import { importRegister } from './import-register.ts';
import { type ImportSummary, importSource } from './import-source.ts';
import { importTarget, requireSeparate } from './import-target.ts';
import type { NamesSummary } from './name-sources.ts';
import { type RemovalSummary, removeSource } from './remove-source.ts';
import { isFolder } from './source-files.ts';

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
      readonly format: FormatName | null;
      /** The file holds what came by standard input. */
      readonly isStandardInput: boolean;
      readonly dryRun: boolean;
      readonly allGone: boolean;
    };
    readonly answer: ImportSummary;
  };
  /** Refuses paths that would be one source; see `requireSeparate`. The answer is the key of each. */
  readonly 'keys-of-paths': {
    readonly request: { readonly paths: readonly string[]; readonly sourceKey: string | null };
    readonly answer: readonly string[];
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
  readonly explain: {
    readonly request: { readonly stated: string; readonly kind: NodeKind | null };
    readonly answer: NodeExplanation;
  };
  readonly sources: {
    readonly request: Record<string, never>;
    readonly answer: readonly (StoredSource & SourceCounts)[];
  };
}

export type CommandName = keyof GraphCommands;
export type CommandRequest<N extends CommandName> = GraphCommands[N]['request'];
export type CommandAnswer<N extends CommandName> = GraphCommands[N]['answer'];

type Handlers = {
  readonly [N in CommandName]: (
    store: GraphStore,
    request: CommandRequest<N>,
    signal: AbortSignal | undefined,
  ) => Promise<CommandAnswer<N>>;
};

const handlers: Handlers = {
  import: (store, { path, sourceKey, mapPath, format, isStandardInput, dryRun, allGone }, signal) =>
    importSource(store, path, {
      dryRun,
      allGone,
      sourceKey: sourceKey ?? undefined,
      mapPath: mapPath ?? undefined,
      format: format ?? undefined,
      isStandardInput,
      signal,
    }),
  'keys-of-paths': (store, { paths, sourceKey }) => keysOfPaths(store, paths, sourceKey ?? undefined),
  importNames: (store, { path, kind, sourceKey, dryRun }, signal) =>
    (kind === 'ror' ? importRegister : importAliases)(store, path, {
      dryRun,
      sourceKey: sourceKey ?? undefined,
      signal,
    }),
  remove: (store, { sourceKey, dryRun }, signal) => removeSource(store, sourceKey, { dryRun, signal }),
  explain: (store, { stated, kind }) => explainNode(store, stated, kind),
  sources: (store) => countedSources(store),
};

async function keysOfPaths(
  store: GraphStore,
  paths: readonly string[],
  sourceKey: string | undefined,
): Promise<readonly string[]> {
  const sources = await storedSources(store);
  const targets = await Promise.all(
    paths.map(async (path) => {
      const target = await importTarget({ path, isFolder: await isFolder(path) }, { sources, sourceKey });
      return { ...target, named: path };
    }),
  );
  requireSeparate(targets);
  return targets.map(({ identity }) => identity.key);
}

async function countedSources(store: GraphStore): Promise<readonly (StoredSource & SourceCounts)[]> {
  const sources = await storedSources(store);
  const counts = await countsOf(
    store,
    sources.map(({ key }) => key),
  );
  return sources.flatMap((source) => {
    const counted = counts.get(source.key);
    return counted ? [{ ...source, ...counted }] : [];
  });
}

/** Commands that change a graph run one after another: what one compares with must not change under it. */
let last: Promise<unknown> = Promise.resolve();

/** Does a command's work on an open store. A signal stops it at the next border of two batches; its answer then says so. */
export function runGraphCommand<N extends CommandName>(
  store: GraphStore,
  name: N,
  request: CommandRequest<N>,
  signal?: AbortSignal,
): Promise<CommandAnswer<N>> {
  const turn = last.then(() => handlers[name](store, request, signal));
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
