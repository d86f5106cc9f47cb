import { join } from 'node:path';
import type { FormatName } from '../importers/index.ts';
import { InputError } from '../model/errors.ts';
import type { ConferenceListing, Listing } from '../model/graph.ts';
import { builtInNames } from '../model/names/names.ts';
import type { Problem } from '../model/problem.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import { reconcileConferences } from '../reconcile/reconcile-conferences.ts';
import { namesOfAliasFile } from './import-aliases.ts';
import { folderProblem, pageProblem } from './page-problem.ts';
import { readFieldMap } from './read-field-map.ts';
import { readPageFile } from './read-file.ts';
import { readListings } from './read-listings.ts';
import { findSourceFiles, requireFile } from './source-files.ts';

export interface CheckedList {
  /** The folder that paths in problems are relative to, absolute. */
  readonly root: string;
  readonly pageCount: number;
  readonly recordCount: number;
  /** In the order of pages and lines: what each page shows, and what its rows show together. */
  readonly problems: readonly Problem[];
}

/** What a list is checked with beside the built-in tables. */
export interface CheckOptions {
  /** A mapping file; see `readFieldMap`. */
  readonly mapPath?: string | undefined;
  /** A file that settles names; see `parseAliasFile`. */
  readonly aliasPath?: string | undefined;
  /** How a file is read, whatever its ending and what is in it. */
  readonly format?: FormatName | undefined;
}

/**
 * Reads a file or folder as an import into a graph without other lists would, and keeps the problems alone.
 * @throws InputError where the file or folder, the mapping or the alias file cannot be read; UsageError FORMAT_OF_FOLDER
 */
export async function checkList(
  named: string,
  { mapPath, aliasPath, format }: CheckOptions = {},
): Promise<CheckedList> {
  const map = await readFieldMap(mapPath);
  const names = aliasPath === undefined ? builtInNames : await namesOfAliasFile(aliasPath);
  const { root, paths, isWhole, unlisted } = await findSourceFiles(named, { withData: map !== undefined });
  if (format) requireFile(named, isWhole);
  const reading = { pages: new Set(paths), map, format };
  const listings: Listing[] = [];
  const conferenceListings: ConferenceListing[] = [];
  const problems: Problem[] = unlisted.flatMap((folder) => folderProblem(folder, new Map()) ?? []);
  for (const path of paths) {
    try {
      const read = await readListings(await readPageFile(join(root, path), format), {
        sourceKey: 'checked',
        path,
        reading,
      });
      for (const listing of read.listings) listings.push(listing);
      for (const listing of read.conferenceListings) conferenceListings.push(listing);
      for (const problem of read.page.problems) problems.push(problem);
    } catch (error) {
      if (!isWhole || !(error instanceof InputError)) throw error;
      problems.push(pageProblem(error, path, root));
    }
  }
  const { papers } = reconcile(listings, names);
  const conferences = reconcileConferences(conferenceListings, { conferenceKeys: [], editions: [] }, names);
  const together = [...papers.flatMap((paper) => paper.problems), ...conferences.problems].map(
    ({ problem }) => problem,
  );
  return {
    root,
    pageCount: paths.length,
    recordCount: listings.length,
    problems: [...problems, ...together].sort(byPlace),
  };
}

function byPlace({ position: a, code: one }: Problem, { position: b, code: other }: Problem): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || (one < other ? -1 : one > other ? 1 : 0);
}
