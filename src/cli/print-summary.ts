import type { ImportSummary } from '../import/import-source.ts';
import type { NamesSummary } from '../import/name-sources.ts';
import { formatProblem } from '../model/problem.ts';

/** Problems to stderr, one a line; the counts to stdout. */
export function printSummary(summary: ImportSummary): void {
  for (const problem of summary.problems) console.error(formatProblem(problem));
  console.log(`${summary.source}: ${describe(summary)}`);
}

/** Problems but notes to stderr, one a line, the notes counted: of a register there are thousands, and the graph keeps them. */
export function printNamesSummary(summary: NamesSummary): void {
  const { source, problems, isUnchanged, dryRun, recordCount, nameCount, changedListingCount, paperCount } = summary;
  const told = problems.filter(({ severity }) => severity !== 'NOTE');
  for (const problem of told) console.error(formatProblem(problem));
  if (isUnchanged) {
    console.log(`${source}: nothing changes`);
    return;
  }
  const notes = count(problems.length - told.length, 'note');
  const changed =
    changedListingCount === null ? '' : `; names in ${count(changedListingCount, 'listing')} mean something else`;
  const papers = dryRun ? 'nothing written' : `${count(paperCount, 'paper')} reconciled again`;
  console.log(
    `${source}: ${count(recordCount, 'record')} read, of which the tables of names take ${nameCount}${changed}; ` +
      `${papers}; ${count(told.length, 'problem')}, ${notes}`,
  );
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
