import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError } from '../model/errors.ts';
import { formatVersion, type GraphStore } from '../store/graph-store.ts';

export interface BackupSummary {
  readonly path: string;
  readonly byteCount: number;
  /** Of the graph in it: a Papergraph that reads this format can restore it. */
  readonly formatVersion: number;
}

/**
 * Writes a copy of the whole graph as it is between two writes. It gets its name when it is complete and on the disk.
 * @param path - absolute
 * @throws InputError FILE_EXISTS, FOLDER_MISSING; UsageError BACKUP_BY_NEO4J
 */
export async function backUpGraph(
  store: GraphStore,
  path: string,
  { force = false }: { readonly force?: boolean } = {},
): Promise<BackupSummary> {
  requirePlace(path, force);
  const part = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    await store.copyTo(part);
    const byteCount = await flushed(part);
    requirePlace(path, force);
    await rename(part, path);
    return { path, byteCount, formatVersion };
  } finally {
    await rm(part, { force: true });
  }
}

function requirePlace(path: string, force: boolean): void {
  if (!existsSync(dirname(path))) {
    throw new InputError(
      'FOLDER_MISSING',
      `${path}: expected a file in a folder that is there. Make the folder first.`,
    );
  }
  if (force || !existsSync(path)) return;
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
