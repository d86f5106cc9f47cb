import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from '../../model/errors.ts';

/** Where the server that has a data folder can be reached, for commands that need its graph. */
export interface ServerAddress {
  readonly url: string;
  readonly token: string;
}

export interface FolderClaim {
  release(): void;
}

/** Folders that this process has claimed. */
const claimed = new Set<string>();

interface Owner {
  readonly pid: number;
  readonly server: ServerAddress | null;
}

/**
 * Makes this process the owner of a data folder: the embedded engine allows one. A claim whose process is gone is taken over.
 * @throws StoreError STORE_IN_USE with the other's pid and address
 */
export function claimFolder(folder: string): FolderClaim {
  const file = ownerFile(folder);
  const owner: Owner = { pid: process.pid, server: null };
  if (!tryPlace(file, owner)) {
    const other = ownerOf(folder);
    if (other) throw inUse(folder, other);
    clearAway(file);
    if (!tryPlace(file, owner)) throw inUse(folder, ownerOf(folder));
  }
  claimed.add(folder);
  return {
    release: () => {
      claimed.delete(folder);
      rmSync(file, { force: true });
    },
  };
}

/** Tells other processes where the server of this process is that serves the folder. The file is readable by its owner alone. */
export function announceServer(folder: string, { url, token }: ServerAddress): void {
  const owner: Owner = { pid: process.pid, server: { url, token } };
  const file = ownerFile(folder);
  // Renamed over the claim, so that nobody reads half an address.
  renameSync(written(file, owner), file);
}

/** The server that has this folder open, or null where none has. */
export function serverOf(folder: string): ServerAddress | null {
  return ownerOf(folder)?.server ?? null;
}

/** Whether a file of a data folder is a claim or the rest of one, by its name. */
export function isClaimFile(name: string): boolean {
  return name.startsWith('owner.json');
}

function ownerFile(folder: string): string {
  return join(folder, 'owner.json');
}

/** Puts the claim where it belongs unless another is there. Written elsewhere first: nobody finds it there half written. */
function tryPlace(file: string, owner: Owner): boolean {
  const whole = written(file, owner);
  try {
    return place(whole, file);
  } finally {
    rmSync(whole, { force: true });
  }
}

function place(whole: string, file: string): boolean {
  try {
    linkSync(whole, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    return placeWithoutLinks(whole, file);
  }
}

/** Some network and removable drives have no links. */
function placeWithoutLinks(whole: string, file: string): boolean {
  try {
    writeFileSync(file, readFileSync(whole), { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Moves a claim aside whose process is gone. Where another process was faster and the file is its claim by now, it is put
 * back.
 */
function clearAway(file: string): void {
  const aside = besides(file);
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const owner = ownerIn(aside);
  if (owner && owner.pid !== process.pid) place(aside, file);
  rmSync(aside, { force: true });
}

function written(file: string, owner: Owner): string {
  const whole = besides(file);
  writeFileSync(whole, JSON.stringify(owner), { mode: 0o600, flag: 'wx' });
  return whole;
}

function besides(file: string): string {
  return `${file}.${randomBytes(6).toString('hex')}`;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function ownerOf(folder: string): Owner | undefined {
  const owner = ownerIn(ownerFile(folder));
  // In a container every start has the same pid: a claim of our own pid that we did not make is left from before.
  return owner?.pid === process.pid && !claimed.has(folder) ? undefined : owner;
}

/** The process that a claim is of, where it lives. */
function ownerIn(file: string): Owner | undefined {
  try {
    const owner: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isOwner(owner) && isAlive(owner.pid) ? owner : undefined;
  } catch {
    return undefined;
  }
}

function isOwner(value: unknown): value is Owner {
  return typeof value === 'object' && value !== null && 'pid' in value && typeof value.pid === 'number';
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return codeOf(error) === 'EPERM';
  }
}

function inUse(folder: string, other: Owner | undefined): StoreError {
  const who = other
    ? `process ${other.pid}${other.server ? ` (a server at ${other.server.url})` : ''}`
    : 'another process';
  return new StoreError(
    'STORE_IN_USE',
    `${folder}: expected to open the graph alone, but ${who} has it open. ` +
      'Stop that process, or name another folder with --data.',
  );
}
