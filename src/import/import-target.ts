import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { InputError, UsageError } from '../model/errors.ts';
import type { StoredSource } from '../store/source-queries.ts';
import { identifySource, keyOfPlace, type SourceIdentity } from './source-identity.ts';
import { requireSourceKey, requireSourceKind, type SourceKind, sourceKinds } from './source-kinds.ts';

/** Which source a file or folder is of, and what of it was named. */
export interface ImportTarget {
  readonly identity: SourceIdentity;
  /** The folder that paths of pages are relative to, absolute. */
  readonly root: string;
  /** The one page that was named; null where it is the whole folder. */
  readonly page: string | null;
  /** The source as the graph has it. */
  readonly stored: StoredSource | undefined;
  /** What the graph is to know of the folder; see `rootText`. Null for what came by standard input. */
  readonly storedRoot: string | null;
}

interface Known {
  /** Every source in the graph. */
  readonly sources: readonly StoredSource[];
  /** The key that the caller gave. */
  readonly sourceKey: string | undefined;
  /** What kind of source it is; a reading list where nothing is said. */
  readonly kind?: SourceKind;
}

/**
 * Finds the source of a folder, or of one page: the source whose folder it lies in, else one of its own, named for its
 * folder.
 * @throws UsageError BAD_SOURCE_KEY, SOURCE_OF_OTHER_KIND; InputError SOURCE_ELSEWHERE, SOURCE_AMBIGUOUS
 */
export async function importTarget(
  { path, isFolder }: { readonly path: string; readonly isFolder: boolean },
  known: Known,
): Promise<ImportTarget> {
  const { sources, sourceKey, kind = sourceKinds.list } = known;
  if (sourceKey !== undefined) requireSourceKey(sourceKey);
  const folder = await realpath(isFolder ? path : dirname(path));
  const own = await identifySource(folder);
  if (!isFolder) {
    const home = homeOf(folder, path, own, known);
    requireSourceKind(home?.stored, kind);
    if (home) return pageOfSource(join(folder, basename(path)), home);
  }
  const key = sourceKey ?? own.key;
  requireSourceKey(key);
  const stored = sources.find((each) => each.key === key);
  requireSourceKind(stored, kind);
  if (sourceKey === undefined && own.url === null && stored) refuseOther(folder, stored);
  return {
    identity: { ...own, key },
    root: folder,
    page: isFolder ? null : basename(path),
    stored,
    storedRoot: (isFolder ? undefined : stored?.root) ?? rootText(folder),
  };
}

/** What a source is called by default that came by standard input. */
const standardInputKey = 'stdin';

/**
 * The source of what came by standard input and lies in a file for the while: one of its own, called "stdin" unless the caller
 * names it, with that file as its page. What comes under the same key later takes its place.
 * @throws UsageError BAD_SOURCE_KEY, SOURCE_OF_OTHER_KIND
 */
export function standardInputTarget(
  path: string,
  { sources, sourceKey: key = standardInputKey, kind = sourceKinds.list }: Known,
): ImportTarget {
  requireSourceKey(key);
  const stored = sources.find((each) => each.key === key);
  requireSourceKind(stored, kind);
  return {
    identity: { key, url: null, revision: null, inside: '' },
    root: dirname(path),
    page: basename(path),
    stored,
    storedRoot: stored?.root ?? null,
  };
}

/**
 * Refuses paths of one command that would be one source read from two folders: the second would withdraw the first.
 * @throws UsageError SOURCE_TWICE
 */
export function requireSeparate(targets: readonly (ImportTarget & { readonly named: string })[]): void {
  for (const [index, { identity, root, named }] of targets.entries()) {
    const other = targets.slice(0, index).find((each) => each.identity.key === identity.key && each.root !== root);
    if (other) {
      throw new UsageError(
        'SOURCE_TWICE',
        `${named}: expected paths of different sources, but it and ${other.named} would both be the source "${identity.key}", ` +
          'and the second would withdraw the first. Import them one by one, each with a --source of its own.',
      );
    }
  }
}

/** A folder as the graph knows it: one below the home folder without the home folder's name. */
export function rootText(folder: string): string {
  const inside = relative(homedir(), folder);
  if (inside === '') return '~';
  return inside.startsWith('..') || inside === folder ? folder : `~${sep}${inside}`;
}

function pathOfRoot(text: string): string {
  return text === '~' || text.startsWith(`~${sep}`) ? join(homedir(), text.slice(1)) : resolve(text);
}

interface Home {
  readonly stored: StoredSource;
  readonly root: string;
}

/** The stored source that a page lies in: the nearest folder above it that is the root of one, or its place in a git remote. */
function homeOf(folder: string, path: string, own: SourceIdentity, { sources, sourceKey }: Known): Home | undefined {
  const eligible = sources.filter(({ key }) => sourceKey === undefined || key === sourceKey);
  const keysAbove = keysOfFoldersAbove(own);
  for (const [level, root] of foldersAbove(folder).entries()) {
    const here = eligible.filter(
      (each) => each.key === keysAbove[level] || (each.root !== null && pathOfRoot(each.root) === root),
    );
    if (here.length > 1) throw ambiguous(path, here);
    if (here[0]) return { stored: here[0], root };
  }
  return undefined;
}

/** The folder itself first. */
function foldersAbove(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersAbove(above)];
}

/** The keys that a folder of a git remote and the folders above it in its repository have by default. */
function keysOfFoldersAbove({ url, inside }: SourceIdentity): readonly string[] {
  if (url === null) return [];
  const parts = inside === '' ? [] : inside.split('/');
  return [...parts, ''].map((_, level) => keyOfPlace(url, parts.slice(0, parts.length - level).join('/')));
}

async function pageOfSource(file: string, { stored, root }: Home): Promise<ImportTarget> {
  return {
    identity: { ...(await identifySource(root)), key: stored.key },
    root,
    page: relative(root, file).split(sep).join('/'),
    stored,
    storedRoot: stored.root ?? rootText(root),
  };
}

/** A folder that was moved or renamed leaves nothing at its old place; where something is there, it is another list. */
function refuseOther(folder: string, { key, root, url }: StoredSource): void {
  if (root === null || url !== null || pathOfRoot(root) === folder || !existsSync(pathOfRoot(root))) return;
  throw new InputError(
    'SOURCE_ELSEWHERE',
    `${folder}: its source would be "${key}", but the graph has "${key}" from ${pathOfRoot(root)}, which is still there. ` +
      `Give this one a name of its own, such as --source ${basename(dirname(folder))}-${key}; ` +
      `if it is the same list, say so with --source ${key}.`,
  );
}

function ambiguous(path: string, sources: readonly StoredSource[]): InputError {
  const keys = sources.map(({ key }) => key);
  return new InputError(
    'SOURCE_AMBIGUOUS',
    `${path}: expected a page of one source, but its folder is the root of ${keys.join(' and ')}. Name one of them with --source.`,
  );
}
