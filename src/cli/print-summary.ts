import type { ImportSummary } from '../import/import-source.ts';
import { formatProblem } from '../model/problem.ts';

/** Problems to stderr, one a line; the counts to stdout. */
export function printSummary(summary: ImportSummary): void {
  for (const problem of summary.problems) console.error(formatProblem(problem));
  console.log(`${summary.source}: ${describe(summary)}`);
}

function describe(summary: ImportSummary): string {
  const { addedListingCount, removedListingCount, removedPageCount, dryRun } = summary;
  const pages = `${count(summary.pageCount, 'page')} (${summary.unchangedPageCount} unchanged, ${removedPageCount} gone)`;
  const readCount = summary.recordCount + summary.conferenceRecordCount;
  if (addedListingCount === 0 && removedListingCount === 0 && removedPageCount === 0 && readCount === 0) {
    return `nothing changes. ${pages}`;
  }
  const changes = `${count(addedListingCount, 'listing')} added, ${removedListingCount} removed`;
  const apart = Object.entries(summary.toldApart).map(([kind, number]) => `${number} ${kind.toLowerCase()}`);
  const others = apart.length === 0 ? '' : ` (told apart: ${apart.sort().join(', ')})`;
  const papers = dryRun ? 'nothing written' : count(summary.paperCount, 'paper');
  const conferences =
    summary.conferenceRecordCount === 0 ? '' : ` and ${summary.conferenceRecordCount} about conferences`;
  return `${count(summary.recordCount, 'record')}${others}${conferences} read from ${pages}; ${changes}; ${papers}; ${count(summary.problems.length, 'problem')}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
