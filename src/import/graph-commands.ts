import { type DataSetFormatName, dataSetFormatNames, type FormatName, formatNames } from '../importers/index.ts';
import { InputError } from '../model/errors.ts';
import type { NodeKind } from '../model/explanation.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { countsOf, type SourceCounts, type StoredSource, storedSources } from '../store/source-queries.ts';
import { type BackupSummary, backUpGraph } from './back-up-graph.ts';
import { brokenOff } from './broken-off.ts';
import { findDataSet } from './data-set-files.ts';
import { explainNode, type NodeExplanation } from './explain-node.ts';
import { type ExportOptions, type ExportSummary, exportGraph } from './export-graph.ts';
import { importAliases } from './import-aliases.ts';
import { type ImportProgress, importDataSet } from './import-data-set.ts';
import { importExport, isGraphExport } from './import-export.ts';
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
      readonly format: FormatName | DataSetFormatName | null;
      /** The file holds what came by standard input. */
      readonly isStandardInput: boolean;
      readonly dryRun: boolean;
      readonly allGone: boolean;
    };
    readonly answer: ImportSummary;
  };
  /** Refuses paths that would be one source; see `requireSeparate`. The answer is the key of each; exports, which name their sources, have none. */
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
  readonly export: {
    readonly request: Omit<ExportOptions, 'signal'> & { readonly path: string };
    readonly answer: ExportSummary;
  };
  readonly backup: {
    readonly request: { readonly path: string; readonly force: boolean };
    readonly answer: BackupSummary;
  };
  readonly sources: {
    readonly request: Record<string, never>;
    readonly answer: readonly (StoredSource & SourceCounts)[];
  };
}

export type CommandName = keyof GraphCommands;
export type CommandRequest<N extends CommandName> = GraphCommands[N]['request'];
export type CommandAnswer<N extends CommandName> = GraphCommands[N]['answer'];

/** Told of how far a command is, where it is one that takes long. */
export type OnProgress = (progress: ImportProgress) => void;

type Handlers = {
  readonly [N in CommandName]: (
    store: GraphStore,
    request: CommandRequest<N>,
    signal: AbortSignal | undefined,
    onProgress: OnProgress | undefined,
  ) => Promise<CommandAnswer<N>>;
};

const handlers: Handlers = {
  import: (store, request, signal, onProgress) => importPath(store, request, signal, onProgress).catch(brokenOff),
  'keys-of-paths': (store, { paths, sourceKey }) => keysOfPaths(store, paths, sourceKey ?? undefined),
  importNames: (store, { path, kind, sourceKey, dryRun }, signal) =>
    (kind === 'ror' ? importRegister : importAliases)(store, path, {
      dryRun,
      sourceKey: sourceKey ?? undefined,
      signal,
    }).catch(brokenOff),
  remove: (store, { sourceKey, dryRun }, signal) => removeSource(store, sourceKey, { dryRun, signal }).catch(brokenOff),
  explain: (store, { stated, kind }) => explainNode(store, stated, kind),
  export: (store, { path, format, filter }, signal) => exportGraph(store, path, { format, filter, signal }),
  backup: (store, { path, force }) => backUpGraph(store, path, { force }),
  sources: (store) => countedSources(store),
};

/** An export or a data set by what is in it; else a list. */
async function importPath(
  store: GraphStore,
  { path, sourceKey, mapPath, format, isStandardInput, dryRun, allGone }: CommandRequest<'import'>,
  signal: AbortSignal | undefined,
  onProgress: OnProgress | undefined,
): Promise<ImportSummary> {
  const options = { dryRun, allGone, sourceKey: sourceKey ?? undefined, isStandardInput, signal };
  const dataSetFormat = dataSetFormatNames.find((name) => name === format) ?? null;
  const pageFormat = formatNames.find((name) => name === format);
  const listOptions = { ...options, mapPath: mapPath ?? undefined, format: pageFormat };
  const isTold = mapPath !== null || pageFormat !== undefined;
  if (!isTold && (await isGraphExport(path))) return importExport(store, path, listOptions);
  const dataSet = isTold ? null : await findDataSet(path, dataSetFormat);
  return dataSet
    ? importDataSet(store, path, dataSet, { ...options, onProgress })
    : importSource(store, path, listOptions);
}

async function keysOfPaths(
  store: GraphStore,
  paths: readonly string[],
  sourceKey: string | undefined,
): Promise<readonly string[]> {
  const sources = await storedSources(store);
  const areExports = await Promise.all(paths.map(isGraphExport));
  const lists = paths.filter((_, index) => !areExports[index]);
  const targets = await Promise.all(
    lists.map(async (path) => {
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
  { signal, onProgress }: { readonly signal?: AbortSignal; readonly onProgress?: OnProgress | undefined } = {},
): Promise<CommandAnswer<N>> {
  const turn = last.then(() => handlers[name](store, request, signal, onProgress));
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
