import { join } from 'node:path';
import { InputError } from '../model/errors.ts';
import type { Listing } from '../model/graph.ts';
import type { Problem } from '../model/problem.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import { folderProblem, pageProblem } from './page-problem.ts';
import { readFieldMap } from './read-field-map.ts';
import { readTextFile } from './read-file.ts';
import { readListings } from './read-listings.ts';
import { findSourceFiles } from './source-files.ts';

export interface CheckedList {
  /** The folder that paths in problems are relative to, absolute. */
  readonly root: string;
  readonly pageCount: number;
  readonly recordCount: number;
  /** In the order of pages and lines: what each page shows, and what its rows show together. */
  readonly problems: readonly Problem[];
}

/** Reads a file or folder as an import into an empty graph would, and keeps the problems alone. */
export async function checkList(named: string, mapPath?: string): Promise<CheckedList> {
  const map = await readFieldMap(mapPath);
  const { root, paths, isWhole, unlisted } = await findSourceFiles(named, { withData: map !== undefined });
  const reading = { pages: new Set(paths), map };
  const listings: Listing[] = [];
  const problems: Problem[] = unlisted.flatMap((folder) => folderProblem(folder, new Map()) ?? []);
  for (const path of paths) {
    try {
      const read = await readListings(await readTextFile(join(root, path)), { sourceKey: 'checked', path, reading });
      for (const listing of read.listings) listings.push(listing);
      for (const problem of read.page.problems) problems.push(problem);
    } catch (error) {
      if (!isWhole || !(error instanceof InputError)) throw error;
      problems.push(pageProblem(error, path, root));
    }
  }
  const { papers } = reconcile(listings);
  const together = papers.flatMap((paper) => paper.problems.map(({ problem }) => problem));
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
