import { resolve } from 'node:path';
import type { Logger } from 'pino';
import { runGraphCommand } from '../import/graph-commands.ts';
import type { ImportSummary } from '../import/import-source.ts';
import { isFolder } from '../import/source-files.ts';
import { type FolderChange, watchFolder } from '../import/watch-folder.ts';
import { PapergraphError, UsageError } from '../model/errors.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { describeSummary } from './print-summary.ts';

export interface WatchedLists {
  readonly folders: readonly string[];
  readonly sourceKey: string | null;
  readonly mapPath: string | null;
}

/** How many problems a line of the log names. */
const namedProblemCount = 3;

/**
 * Checks that folders can be watched as sources, each one of its own.
 * @throws UsageError WATCH_NO_FOLDER, SOURCE_TWICE; InputError FILE_MISSING
 */
export async function requireWatchable(store: GraphStore, { folders, sourceKey }: WatchedLists): Promise<void> {
  for (const folder of folders) {
    if (await isFolder(folder)) continue;
    throw new UsageError('WATCH_NO_FOLDER', `--watch ${folder}: expected a folder, but found a file. Name its folder.`);
  }
  const paths = folders.map((folder) => resolve(folder));
  await runGraphCommand(store, 'keys-of-paths', { paths, sourceKey });
}

/**
 * Takes folders into the graph now and at each change, one line of the log a change. An error is logged, and the next
 * change is taken in as if nothing had been.
 * @returns what stops it, at the next border of two batches
 */
export function watchLists(store: GraphStore, lists: WatchedLists, logger: Logger): () => Promise<void> {
  const { folders, sourceKey, mapPath } = lists;
  const controller = new AbortController();
  const watches = folders.map((folder) => {
    const path = resolve(folder);
    const take = async (allGone: boolean) => {
      const request = { path, sourceKey, mapPath, format: null, isStandardInput: false, dryRun: false, allGone };
      logSummary(await runGraphCommand(store, 'import', request, { signal: controller.signal }));
    };
    const onChange = async ({ isMissing, isSameFolder }: FolderChange) =>
      isMissing ? logMissing(path) : take(isSameFolder);
    const onError = (error: unknown) => logError(path, error, logger);
    return watchFolder(path, { withData: mapPath !== null, onChange, onError });
  });
  return async () => {
    controller.abort();
    await Promise.all(watches.map((watch) => watch.stop()));
  };
}

function logSummary(summary: ImportSummary): void {
  const { recordCount, conferenceRecordCount, addedListingCount, removedListingCount, removedPageCount, problems } =
    summary;
  const counts = [recordCount, conferenceRecordCount, addedListingCount, removedListingCount, removedPageCount];
  const isQuiet = [...counts, problems.length].every((count) => count === 0);
  if (isQuiet) return;
  const named = problems
    .slice(0, namedProblemCount)
    .map(({ position: { path, line }, code }) => `${path}:${line} ${code}`);
  const more = problems.length > named.length ? [`${problems.length - named.length} more`] : [];
  const detail = named.length === 0 ? '' : ` (${[...named, ...more].join(', ')})`;
  console.log(`${now()} ${describeSummary(summary)}${detail}`);
}

function logMissing(path: string): void {
  console.error(
    `${now()} ${path}: the folder is not there; its pages stay in the graph until it is back [FOLDER_MISSING]`,
  );
}

function logError(path: string, error: unknown, logger: Logger): void {
  if (error instanceof PapergraphError) console.error(`${now()} ${error.message} [${error.code}]`);
  else logger.error({ err: error, path }, 'a change could not be taken in');
}

function now(): string {
  return new Date().toISOString();
}
