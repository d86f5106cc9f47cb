import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { dataFormatOf, isPageByEnding } from '../importers/index.ts';
import { InputError, UsageError } from '../model/errors.ts';
import { isPageByContent } from './pages-by-content.ts';

/** A folder's pages, or one page of a folder. */
export interface SourceFiles {
  /** The folder that paths are relative to. */
  readonly root: string;
  /** Paths of pages with `/` between folders, sorted. */
  readonly paths: readonly string[];
  /** The folder itself was named, so pages that are gone are withdrawn. */
  readonly isWhole: boolean;
  /** Folders that were looked into, absolute. */
  readonly folders: readonly string[];
  /** What could not be looked into: nothing is known of the pages below it. */
  readonly unlisted: readonly UnlistedFolder[];
  /** Paths of files that would be pages by what is in them, which cannot be told: they cannot be opened, or are empty. Sorted. */
  readonly unjudged: readonly string[];
}

export interface UnlistedFolder {
  /** Its path in the source. */
  readonly path: string;
  /** Null for a link that leads nowhere, which may have been a folder or none. */
  readonly reason: string | null;
}

/** Folders that hold programs or their leavings, never a list. */
const skippedFolders = new Set(['node_modules', '.git']);

/**
 * Finds the pages of a file or folder: Markdown, bibliographies, and YAML that holds data of conferences; with `withData` also
 * other YAML, JSON, CSV and the like, which a folder has for many other ends. Links are followed, a folder reached twice (a cycle) is
 * read once.
 * @param mayBeEmpty - a folder without a page is no error
 * @throws InputError FILE_MISSING, FOLDER_UNREADABLE, NO_MARKDOWN for a folder without a page
 */
export async function findSourceFiles(
  named: string,
  { withData = false, mayBeEmpty = false }: { readonly withData?: boolean; readonly mayBeEmpty?: boolean } = {},
): Promise<SourceFiles> {
  const path = resolve(named);
  const found = await statOf(path, named);
  if (!found.isDirectory()) {
    return { root: dirname(path), paths: [basename(path)], isWhole: false, folders: [], unlisted: [], unjudged: [] };
  }
  const isPage = (name: string) => isPageByEnding(name) || (withData && dataFormatOf(name) !== null);
  const walk: Walk = { root: path, isPage, visited: new Set(), folders: [], unlisted: [], unjudged: [] };
  const paths = (await pagesBelow(path, walk)).sort();
  const { folders, unlisted, unjudged } = walk;
  if (folders.length === 0) throw unreadableFolder(named, unlisted);
  if (paths.length === 0 && !mayBeEmpty) throw noMarkdown(named);
  return { root: path, paths, isWhole: true, folders, unlisted, unjudged: unjudged.sort() };
}

/** The error of a folder without a page. */
export function noMarkdown(named: string): InputError {
  return new InputError(
    'NO_MARKDOWN',
    `${named}: expected a folder with Markdown pages (.md), bibliographies (.bib, .ris, CSL-JSON) or data of conferences, but found none in it or below it.`,
  );
}

/** @throws UsageError FORMAT_OF_FOLDER where a format is named for a folder, whose files are of several */
export function requireFile(named: string, isFolder: boolean): void {
  if (!isFolder) return;
  throw new UsageError(
    'FORMAT_OF_FOLDER',
    `${named}: expected a file for which a format is named, but found a folder, each of whose files is told by what is in it. Name the file.`,
  );
}

function unreadableFolder(named: string, [first]: readonly UnlistedFolder[]): InputError {
  return new InputError('FOLDER_UNREADABLE', `${named}: cannot be looked into (${first?.reason}).`);
}

/**
 * Whether a name is that of a folder.
 * @throws InputError FILE_MISSING
 */
export async function isFolder(named: string): Promise<boolean> {
  return (await statOf(resolve(named), named)).isDirectory();
}

async function statOf(path: string, named: string): Promise<Stats> {
  try {
    return await stat(path);
  } catch (error) {
    throw new InputError('FILE_MISSING', `${named}: expected a file or folder, but there is none of that name.`, {
      cause: error,
    });
  }
}

interface Walk {
  readonly root: string;
  readonly isPage: (name: string) => boolean;
  readonly visited: Set<string>;
  readonly folders: string[];
  readonly unlisted: UnlistedFolder[];
  readonly unjudged: string[];
}

async function pagesBelow(folder: string, walk: Walk): Promise<string[]> {
  const { isPage } = walk;
  const entries = await entriesOf(folder, walk);
  if (entries === null) return [];
  const found: string[] = [];
  // One after another, in the order of names: of two ways to one folder the same one must win each time.
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    const kind = await kindOf(entry, path);
    if (kind === 'folder' && !skippedFolders.has(entry.name)) found.push(...(await pagesBelow(path, walk)));
    if (kind === 'file') {
      const isOne = isPage(entry.name) || (await isPageByContent(path));
      if (isOne === null) walk.unjudged.push(pathIn(walk, path));
      else if (isOne) found.push(pathIn(walk, path));
    }
    if (kind === 'nowhere') walk.unlisted.push({ path: pathIn(walk, path), reason: null });
  }
  return found;
}

/** Null where the folder was reached before or cannot be looked into. */
async function entriesOf(path: string, walk: Walk): Promise<Dirent[] | null> {
  const { visited, folders, unlisted } = walk;
  try {
    const real = await realpath(path);
    if (visited.has(real)) return null;
    visited.add(real);
    const listed = await readdir(path, { withFileTypes: true });
    folders.push(path);
    return listed;
  } catch (error) {
    unlisted.push({ path: pathIn(walk, path), reason: codeOf(error) });
    return null;
  }
}

/** The system's word for it, such as EACCES; its message would carry paths of this machine into the graph. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

function pathIn({ root }: Walk, path: string): string {
  return relative(root, path).split(sep).join('/');
}

async function kindOf(entry: Dirent, path: string): Promise<'file' | 'folder' | 'other' | 'nowhere'> {
  const found = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry;
  if (found === null) return 'nowhere';
  if (found.isDirectory()) return 'folder';
  return found.isFile() ? 'file' : 'other';
}
