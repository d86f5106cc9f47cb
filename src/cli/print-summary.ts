import type { ImportSummary } from '../import/import-source.ts';
import type { NamesSummary } from '../import/name-sources.ts';
import { formatProblem } from '../model/problem.ts';
import { counted } from './counted.ts';
import { toldProblems } from './told-problems.ts';

/** Problems to stderr, one a line; the counts to stdout. */
export function printSummary(summary: ImportSummary): void {
  for (const problem of toldProblems(summary.problems, summary.pageCount).told) console.error(formatProblem(problem));
  console.log(describeSummary(summary));
}

/** The counts of an import on one line. */
export function describeSummary(summary: ImportSummary): string {
  const stopped = summary.isStopped ? '; stopped before the rest: run it again' : '';
  return `${summary.source}: ${describe(summary)}${stopped}`;
}

/** Problems but notes to stderr, one a line, the notes counted: of a register there are thousands, and the graph keeps them. */
export function printNamesSummary(summary: NamesSummary): void {
  const { source, problems, isUnchanged, dryRun, recordCount, nameCount, changedListingCount, paperCount } = summary;
  const told = problems.filter(({ severity }) => severity !== 'NOTE');
  for (const problem of told) console.error(formatProblem(problem));
  const stopped = summary.isStopped ? '; stopped before the rest: run it again' : '';
  if (isUnchanged && paperCount === 0) {
    console.log(`${source}: nothing changes${stopped}`);
    return;
  }
  const notes = counted(problems.length - told.length, 'note');
  const changed =
    changedListingCount === null ? '' : `; names in ${counted(changedListingCount, 'listing')} mean something else`;
  const papers = dryRun ? 'nothing written' : `${counted(paperCount, 'paper')} reconciled again`;
  console.log(
    `${source}: ${counted(recordCount, 'record')} read, of which the tables of names take ${nameCount}${changed}; ` +
      `${papers}; ${counted(told.length, 'problem')}, ${notes}${stopped}`,
  );
}

function describe(summary: ImportSummary): string {
  const { addedListingCount, removedListingCount, removedPageCount, dryRun } = summary;
  const pages =
    summary.page === null
      ? `${counted(summary.pageCount, 'page')} (${summary.unchangedPageCount} unchanged, ${removedPageCount} gone)`
      : `page ${summary.page} of this source, whose other pages stay as they are`;
  const { told, counted: listless } = toldProblems(summary.problems, summary.pageCount);
  const readCount = summary.recordCount + summary.conferenceRecordCount;
  if (addedListingCount === 0 && removedListingCount === 0 && removedPageCount === 0 && readCount === 0) {
    const problems = told.length === 0 ? '' : `; ${counted(told.length, 'problem')}`;
    return `nothing changes. ${pages}${problems}`;
  }
  const changes = `${counted(addedListingCount, 'listing')} added, ${removedListingCount} removed`;
  const apart = Object.entries(summary.toldApart).map(([kind, number]) => `${number} ${kind.toLowerCase()}`);
  const others = apart.length === 0 ? '' : ` (told apart: ${apart.sort().join(', ')})`;
  const papers = dryRun ? 'nothing written' : counted(summary.paperCount, 'paper');
  const conferences =
    summary.conferenceRecordCount === 0 ? '' : ` and ${summary.conferenceRecordCount} about conferences`;
  return `${counted(summary.recordCount, 'record')}${others}${conferences} read from ${pages}; ${changes}; ${papers}; ${counted(told.length, 'problem')}${listless}`;
}
