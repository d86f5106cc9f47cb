import { readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  if (!tryWrite(file, owner)) {
    const other = ownerOf(folder);
    if (other) throw inUse(folder, other);
    rmSync(file, { force: true });
    if (!tryWrite(file, owner)) throw inUse(folder, ownerOf(folder));
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
  writeFileSync(ownerFile(folder), JSON.stringify(owner), { mode: 0o600 });
}

/** The server that has this folder open, or null where none has. */
export function serverOf(folder: string): ServerAddress | null {
  return ownerOf(folder)?.server ?? null;
}

function ownerFile(folder: string): string {
  return join(folder, 'owner.json');
}

function tryWrite(file: string, owner: Owner): boolean {
  try {
    writeFileSync(file, JSON.stringify(owner), { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function ownerOf(folder: string): Owner | undefined {
  try {
    const owner: unknown = JSON.parse(readFileSync(ownerFile(folder), 'utf8'));
    // In a container every start has the same pid: a claim of our own pid that we did not make is left from before.
    if (!isOwner(owner) || !isAlive(owner.pid)) return undefined;
    if (owner.pid === process.pid && !claimed.has(folder)) return undefined;
    return owner;
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
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
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
