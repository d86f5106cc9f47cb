import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { InputError } from '../model/errors.ts';
import { findSourceFiles } from './source-files.ts';

/** A change is taken in when two looks this far apart find the same: an editor may write a page in several steps. */
const settleMs = 100;
/** A folder that never stands still, such as one that is being copied, is taken in as it is after this long. */
const longestSettleMs = 1_500;
/** From the system's word of a change to the look at the folder. */
const eventDelayMs = 40;
/** Between looks without such a word, which some changes and some drives never give. */
const idleMs = 1_000;
/** Between looks where the system watches too little of the folder. */
const blindMs = 300;
/** A look at a large folder takes its time: at most this part of it is spent on looking. */
const lookShare = 0.05;

export interface WatchOptions {
  /** Data files (YAML, JSON, CSV) are pages too. */
  readonly withData: boolean;
  /** Told of each change, the first look included, one after another. It reports its own errors. */
  readonly onChange: (change: FolderChange) => Promise<void>;
  /** Told of a look or a report that failed; the next look follows all the same. */
  readonly onError: (error: unknown) => void;
}

export interface FolderChange {
  /** The folder cannot be looked into, or is not there. */
  readonly isMissing: boolean;
  /** It is the very folder of the change before, so pages that are not in it any more were taken out of it. */
  readonly isSameFolder: boolean;
}

export interface FolderWatch {
  /** Looks no more, and waits for the change at work. */
  stop(): Promise<void>;
}

/**
 * Watches a folder for pages that are saved, added, renamed or deleted. What has changed is told by comparing the whole
 * tree (names, sizes, times); the system's events only say when to look. Node's own recursive watching is not used: on
 * Linux it goes blind on a page that an editor saves by renaming another file over it.
 */
export function watchFolder(named: string, options: WatchOptions): FolderWatch {
  const watching = new TreeWatch(resolve(named), options);
  watching.start();
  return watching;
}

interface Look {
  /** Equal texts mean equal trees. */
  readonly state: string;
  /** Which folder it is; null where there is none to look into. */
  readonly folder: string | null;
  readonly isComplete: boolean;
}

class TreeWatch implements FolderWatch {
  readonly #path: string;
  readonly #options: WatchOptions;
  readonly #watchers = new Map<string, FSWatcher>();
  #isBlind = false;
  #taken: Look | undefined;
  #settling: { readonly state: string; readonly since: number } | undefined;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  /** Something changed while the folder was being looked at or taken in. */
  #isCalled = false;
  #isStopped = false;

  constructor(path: string, options: WatchOptions) {
    this.#path = path;
    this.#options = options;
  }

  start(): void {
    this.#wait(0);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
    await this.#looking;
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#isCalled = false;
      this.#looking = this.#step()
        .catch((error: unknown) => {
          this.#options.onError(error);
          return idleMs;
        })
        .then((next) => {
          this.#looking = undefined;
          this.#wait(this.#isCalled ? eventDelayMs : next);
        });
    }, ms);
  }

  #call(): void {
    this.#isCalled = true;
    if (this.#looking === undefined) this.#wait(eventDelayMs);
  }

  /** Looks once, takes in what has settled, and says after how many ms to look again. */
  async #step(): Promise<number> {
    const begun = performance.now();
    const look = await this.#look();
    const rest = Math.max(this.#isBlind ? blindMs : idleMs, (performance.now() - begun) / lookShare);
    if (look.state === this.#taken?.state) {
      this.#settling = undefined;
      return rest;
    }
    const since = this.#settling?.since ?? begun;
    const isSettled = look.state === this.#settling?.state || begun - since > longestSettleMs;
    if (!isSettled) {
      this.#settling = { state: look.state, since };
      return settleMs;
    }
    this.#settling = undefined;
    const isSameFolder = look.isComplete && look.folder !== null && look.folder === this.#taken?.folder;
    this.#taken = look;
    await this.#options.onChange({ isMissing: look.folder === null, isSameFolder });
    return settleMs;
  }

  async #look(): Promise<Look> {
    try {
      const { paths, folders, unlisted, root } = await findSourceFiles(this.#path, {
        withData: this.#options.withData,
        mayBeEmpty: true,
      });
      const identities = await Promise.all(folders.map(identityOf));
      this.#watch(folders.map((folder, index) => [folder, identities[index] ?? '']));
      const pages = await Promise.all(paths.map(async (path) => `${path} ${await stateOf(join(root, path))}`));
      const state = [...pages, ...unlisted.map(({ path, reason }) => `${path} ${reason}`)].join('\n');
      return { state: `${identities[0]}\n${state}`, folder: identities[0] ?? null, isComplete: unlisted.length === 0 };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      // Its place is watched for its return.
      this.#watch([[dirname(this.#path), await identityOf(dirname(this.#path))]]);
      return { state: error.code, folder: null, isComplete: false };
    }
  }

  /** Watches these folders and no others. One that was made again under its name is another folder. */
  #watch(folders: readonly (readonly [path: string, identity: string])[]): void {
    const wanted = new Map(folders.map(([path, identity]) => [`${path} ${identity}`, path]));
    for (const [key, watcher] of this.#watchers) {
      if (wanted.has(key)) continue;
      watcher.close();
      this.#watchers.delete(key);
    }
    this.#isBlind = false;
    for (const [key, path] of wanted) {
      if (!this.#watchers.has(key)) this.#add(key, path);
      if (!this.#watchers.has(key)) this.#isBlind = true;
    }
  }

  #add(key: string, path: string): void {
    if (this.#isStopped) return;
    try {
      const watcher = watch(path, () => this.#call());
      watcher.on('error', () => {
        watcher.close();
        this.#watchers.delete(key);
        this.#call();
      });
      this.#watchers.set(key, watcher);
    } catch {
      // The system watches only so many folders, and some drives not at all: the folder is looked at more often instead.
    }
  }
}

/** A folder made again has another time of birth, also where the drive gives it the number of the one before. */
async function identityOf(folder: string): Promise<string> {
  const found = await stat(folder, { bigint: true }).catch(() => null);
  return found === null ? 'none' : `${found.dev}:${found.ino}:${found.birthtimeNs}`;
}

async function stateOf(file: string): Promise<string> {
  const found = await stat(file, { bigint: true }).catch(() => null);
  return found === null ? 'none' : `${found.ino}:${found.size}:${found.mtimeNs}:${found.ctimeNs}`;
}
