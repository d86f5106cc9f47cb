import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { dataFormatOf } from '../importers/index.ts';
import { InputError } from '../model/errors.ts';
import { holdsConferenceData } from './conference-files.ts';

/** A folder's pages, or one page of a folder. */
export interface SourceFiles {
  /** The folder that paths are relative to. */
  readonly root: string;
  /** Paths of pages with `/` between folders, sorted. */
  readonly paths: readonly string[];
  /** The folder itself was named, so pages that are gone are withdrawn. */
  readonly isWhole: boolean;
}

/** Folders that hold programs or their leavings, never a list. */
const skippedFolders = new Set(['node_modules', '.git']);

/**
 * Finds the pages of a file or folder: Markdown, and YAML that holds data of conferences; with `withData` also other YAML,
 * JSON, CSV and the like, which a folder has for many other ends. Links are followed, a folder reached twice (a cycle) is read once.
 * @throws InputError FILE_MISSING, NO_MARKDOWN for a folder without a page
 */
export async function findSourceFiles(
  named: string,
  { withData = false }: { readonly withData?: boolean } = {},
): Promise<SourceFiles> {
  const path = resolve(named);
  const found = await statOf(path, named);
  if (!found.isDirectory()) return { root: dirname(path), paths: [basename(path)], isWhole: false };
  const isPage = (name: string) => /\.(md|markdown)$/i.test(name) || (withData && dataFormatOf(name) !== null);
  const paths = (await pagesBelow(path, { root: path, isPage, visited: new Set() })).sort();
  if (paths.length === 0) {
    throw new InputError(
      'NO_MARKDOWN',
      `${named}: expected a folder with Markdown pages (.md) or data of conferences, but found none in it or below it.`,
    );
  }
  return { root: path, paths, isWhole: true };
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
}

async function pagesBelow(folder: string, walk: Walk): Promise<string[]> {
  const { root, isPage, visited } = walk;
  const real = await realpath(folder);
  if (visited.has(real)) return [];
  visited.add(real);
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  // One after another, in the order of names: of two ways to one folder the same one must win each time.
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    const kind = await kindOf(entry, path);
    if (kind === 'folder' && !skippedFolders.has(entry.name)) found.push(...(await pagesBelow(path, walk)));
    if (kind === 'file' && (isPage(entry.name) || (await holdsConferenceData(path))))
      found.push(relative(root, path).split(sep).join('/'));
  }
  return found;
}

async function kindOf(entry: Dirent, path: string): Promise<'file' | 'folder' | 'other'> {
  // A link that leads nowhere is neither.
  const found = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
  if (found?.isDirectory()) return 'folder';
  return found?.isFile() ? 'file' : 'other';
}
