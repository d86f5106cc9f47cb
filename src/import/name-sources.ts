import { basename, resolve } from 'node:path';
import { InputError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { GraphStore, GraphTransaction } from '../store/graph-store.ts';
import { dropTables, type StoredTable, setUnsettled, storeTables } from '../store/name-table-queries.ts';
import { type StoredPage, storedSources } from '../store/source-queries.ts';
import { type SourceToWrite, writeGraph } from '../store/write-graph.ts';
import { pageKeyOf } from './read-listings.ts';
import { requireSourceKey, requireSourceKind, type SourceKind } from './source-kinds.ts';

/** What an import of names did, or would do. */
export interface NamesSummary {
  readonly source: string;
  readonly dryRun: boolean;
  /** The work was stopped before it was done; running it again does the rest. */
  readonly isStopped: boolean;
  /** The file is as it was imported last. */
  readonly isUnchanged: boolean;
  /** Records of a register, entries of an alias file. */
  readonly recordCount: number;
  /** Organisations, or names in alias files, that now extend the tables. */
  readonly nameCount: number;
  /** Listings whose names mean something else than before; null where a dry run does not work that out. */
  readonly changedListingCount: number | null;
  readonly paperCount: number;
  readonly problems: readonly Problem[];
}

/**
 * Checks that a source of names may have a key.
 * @throws UsageError BAD_SOURCE_KEY, SOURCE_OF_OTHER_KIND
 */
export async function requireNamesSource(store: GraphStore, key: string, kind: SourceKind): Promise<void> {
  requireSourceKey(key);
  requireSourceKind(
    (await storedSources(store)).find((source) => source.key === key),
    kind,
  );
}

/** Under whose name names are imported, and how. */
export interface NamesImportOptions {
  readonly sourceKey?: string | undefined;
  /** Reads and compares, and writes nothing. */
  readonly dryRun?: boolean;
  /** Stops the work before the next batch. */
  readonly signal?: AbortSignal | undefined;
}

export interface TablePage {
  readonly key: string;
  readonly sourceKey: string;
  readonly path: string;
  readonly hash: string;
  readonly problems: readonly Problem[];
}

/** The page of a source that a file of names is. */
export function tablePageOf(named: string, sourceKey: string): Pick<TablePage, 'key' | 'sourceKey' | 'path'> {
  const path = basename(resolve(named));
  return { key: pageKeyOf(sourceKey, path), sourceKey, path };
}

/** Makes a table count, in place of that of the same page and of pages that are gone. Listings are to be read again after it. */
export async function putTable(
  transaction: GraphTransaction,
  source: SourceToWrite,
  {
    page,
    table,
    replaced,
  }: { readonly page: TablePage; readonly table: StoredTable; readonly replaced: readonly StoredPage[] },
): Promise<void> {
  const gone = replaced.map(({ pageKey }) => pageKey).filter((key) => key !== page.key);
  const isStored = replaced.some(({ pageKey }) => pageKey === page.key);
  await writeGraph(transaction, {
    ...nothingOfPapers,
    source,
    pages: [{ ...page, url: null, title: null, lookedUp: [], isStored }],
    removedPageKeys: gone,
  });
  await dropTables(transaction, gone);
  await storeTables(transaction, [table]);
  await setUnsettled(transaction, true);
}

/** Takes tables out. Listings are to be read again after it. */
export async function withdrawTables(
  transaction: GraphTransaction,
  source: SourceToWrite,
  pageKeys: readonly string[],
): Promise<void> {
  await writeGraph(transaction, { ...nothingOfPapers, source, pages: [], removedPageKeys: pageKeys });
  await dropTables(transaction, pageKeys);
  await setUnsettled(transaction, true);
}

const nothingOfPapers = {
  listings: [],
  readings: new Map<string, string>(),
  spellings: new Map<string, readonly string[]>(),
  describedIds: [],
  removedListingKeys: [],
  formerListingKeys: new Set<string>(),
  formerPaperKeys: [],
  successors: new Map<string, string>(),
  graph: { papers: [], institutions: [], conferences: [], editions: [], topics: [] },
};

/** A source of names as it is written now. It is files, wherever they lie, so it has no folder. */
export function namesSource(key: string, kind: SourceKind): SourceToWrite {
  return { key, kind, url: null, revision: null, root: null, importedAt: new Date().toISOString() };
}

export function fileMissing(named: string, cause: unknown): InputError {
  return new InputError('FILE_MISSING', `${named}: expected a file, but there is none of that name.`, { cause });
}
