import { randomBytes } from 'node:crypto';
import { constants, copyFileSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { InputError, PapergraphError } from '../../model/errors.ts';
import { formatVersion, openGraphStore } from '../graph-store.ts';
import { graphFile, makeFolder, openEmbeddedFile } from './embedded-engine.ts';
import { claimFolder, isClaimFile } from './folder-claim.ts';

export interface Restored {
  /** The version that the graph had when it was backed up. */
  readonly graphVersion: number;
  readonly formatVersion: number;
}

/**
 * Puts a backup in a data folder, which is made if it is not there. The backup is copied into it and opened before anything
 * is replaced; a graph that it replaces is moved aside first and goes last, so that a crash loses neither.
 * @param force - replaces what the folder holds
 * @throws InputError FILE_MISSING, BACKUP_UNREADABLE, FOLDER_NOT_EMPTY; StoreError STORE_IN_USE, FORMAT_UNKNOWN, FORMAT_OLDER,
 *   FORMAT_NEWER
 */
export async function restoreFolder(
  folder: string,
  backup: string,
  { force = false }: { readonly force?: boolean } = {},
): Promise<Restored> {
  requireFile(backup);
  makeFolder(folder);
  const claim = claimFolder(folder);
  const part = `${graphFile(folder)}.${randomBytes(6).toString('hex')}.part`;
  try {
    if (!force) requireEmpty(folder);
    const graphVersion = await checkedCopy(backup, part);
    replace(graphFile(folder), part);
    return { graphVersion, formatVersion };
  } finally {
    removeGraph(part);
    claim.release();
  }
}

function requireFile(backup: string): void {
  if (existsSync(backup) && statSync(backup).isFile()) return;
  throw new InputError('FILE_MISSING', `${backup}: expected a file that papergraph backup wrote, but there is none.`);
}

function requireEmpty(folder: string): void {
  const found = readdirSync(folder).filter((name) => !isClaimFile(name));
  if (found.length === 0) return;
  throw new InputError(
    'FOLDER_NOT_EMPTY',
    `${folder}: expected an empty data folder or none, but found ${found.slice(0, 3).join(', ')} in it. ` +
      'Name another folder with --data, or replace its graph with --force.',
  );
}

/** Copies the backup, and opens the copy as a server would: the backup itself is never written to. */
async function checkedCopy(backup: string, part: string): Promise<number> {
  try {
    copyFileSync(backup, part, constants.COPYFILE_EXCL);
    const store = await openGraphStore(openEmbeddedFile(part));
    const version = await store.version();
    await store.close();
    return version;
  } catch (error) {
    // A format that this program does not read says so itself.
    if (error instanceof PapergraphError) throw error;
    const found = error instanceof Error ? error.message : String(error);
    throw new InputError(
      'BACKUP_UNREADABLE',
      `${backup}: expected a file that papergraph backup wrote, but copying and opening it failed: ${found}. Nothing was replaced.`,
      { cause: error },
    );
  }
}

function replace(file: string, part: string): void {
  const former = `${file}.${randomBytes(6).toString('hex')}.replaced`;
  const moved = graphFiles(file, former).filter(([from]) => existsSync(from));
  for (const [from, to] of moved) renameSync(from, to);
  try {
    renameSync(part, file);
  } catch (error) {
    for (const [from, to] of moved) renameSync(to, from);
    throw error;
  }
  removeGraph(former);
}

/** The engine's log of a graph lies beside it while it is open, and after a crash: it must not meet another graph. */
function graphFiles(file: string, to: string): readonly (readonly [string, string])[] {
  return [
    [file, to],
    [`${file}.wal`, `${to}.wal`],
  ];
}

function removeGraph(file: string): void {
  for (const [each] of graphFiles(file, file)) rmSync(each, { recursive: true, force: true });
}
