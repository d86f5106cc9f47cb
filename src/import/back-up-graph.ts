import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { InputError } from '../model/errors.ts';
import { formatVersion, type GraphStore } from '../store/graph-store.ts';
import { placeFile } from './placed-file.ts';

export interface BackupSummary {
  readonly path: string;
  readonly byteCount: number;
  /** Of the graph in it: a Papergraph that reads this format can restore it. */
  readonly formatVersion: number;
}

/**
 * Writes a copy of the whole graph as it is between two writes. It gets its name when it is complete and on the disk.
 * @param path - absolute
 * @throws InputError FILE_EXISTS, FOLDER_MISSING, FILE_UNWRITABLE; UsageError BACKUP_BY_NEO4J
 */
export async function backUpGraph(
  store: GraphStore,
  path: string,
  { force = false }: { readonly force?: boolean } = {},
): Promise<BackupSummary> {
  if (!force) requireFree(path);
  return placeFile(path, async (part) => {
    await store.copyTo(part);
    const byteCount = await flushed(part);
    if (!force) requireFree(path);
    return { path, byteCount, formatVersion };
  });
}

function requireFree(path: string): void {
  if (!existsSync(path)) return;
  throw new InputError(
    'FILE_EXISTS',
    `${path}: expected a name that no file has yet, but there is one. Name another, or replace it with --force.`,
  );
}

/** A file that was renamed but not written out can be empty after a power cut. */
async function flushed(file: string): Promise<number> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}
