import { join } from 'node:path';
import type { FormatName } from '../importers/index.ts';
import { InputError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { LinkKind, ReadPage, SourceRecord } from '../model/source-record.ts';
import { identityOf } from '../reconcile/listing-identity.ts';
import { institutionsStatedIn } from '../reconcile/stated-institutions.ts';
import { pageProblem } from './page-problem.ts';
import { readPageInThread, readPagesAhead } from './page-reader.ts';
import { readFieldMap } from './read-field-map.ts';
import { readPageFile } from './read-file.ts';
import { findSourceFiles, requireFile } from './source-files.ts';

/** What was understood of one row, for people who check a list and for other programs. Every key is always there. */
export interface RecordLine {
  readonly file: string;
  readonly line: number;
  readonly title: string | null;
  readonly shortName: string | null;
  readonly venue: string | null;
  readonly series: readonly string[];
  readonly year: number | null;
  readonly institutions: readonly { readonly name: string; readonly statedAs: string }[];
  readonly links: readonly { readonly kind: LinkKind; readonly label: string | null; readonly url: string }[];
  readonly topics: readonly (readonly string[])[];
  readonly authors: readonly string[];
  readonly remarks: readonly string[];
  readonly awards: readonly string[];
  readonly track: string | null;
  readonly incomplete: boolean;
}

/**
 * Reads a file or folder and gives its rows, in the order of files and lines, without touching a graph.
 * @param options - `onProblem` is told of each problem, those of pages that cannot be read included; `format` is how a file is
 * read, whatever its ending and what is in it
 * @throws UsageError FORMAT_OF_FOLDER
 */
export async function* recordLines(
  named: string,
  { mapPath, format, onProblem }: RecordLineOptions,
): AsyncGenerator<RecordLine> {
  const map = await readFieldMap(mapPath);
  const { root, paths, isWhole } = await findSourceFiles(named, { withData: map !== undefined });
  if (format) requireFile(named, isWhole);
  const reading = { pages: new Set(paths), map, format };
  const read = async (path: string): Promise<Pick<ReadPage, 'records' | 'problems'>> => {
    try {
      return (await readPageInThread(await readPageFile(join(root, path), format), path, reading)).page;
    } catch (error) {
      if (!isWhole || !(error instanceof InputError)) throw error;
      return { records: [], problems: [pageProblem(error, path, root)] };
    }
  };
  for await (const { records, problems } of readPagesAhead(root, paths, read)) {
    for (const problem of problems) onProblem(problem);
    for (const record of records) yield lineOf(record);
  }
}

interface RecordLineOptions {
  readonly mapPath?: string | undefined;
  readonly format?: FormatName | undefined;
  readonly onProblem: (problem: Problem) => void;
}

function lineOf(record: SourceRecord): RecordLine {
  const { position, title, shortName, venue, links, section, authors, remarks, awards, track } = record;
  // Series and year are read as identity reads them; the listing needs no place in a graph for that.
  const identity = identityOf({ key: '', sourceKey: '', pageKey: '', record });
  return {
    file: position.path,
    line: position.line,
    title,
    shortName,
    venue,
    series: identity.venue.series.map(({ acronym }) => acronym),
    year: identity.year,
    institutions: institutionsStatedIn(record).map(({ name, statedAs }) => ({ name, statedAs })),
    links: links.map(({ kind, label, url }) => ({ kind, label, url })),
    topics: section.length === 0 ? [] : [section],
    authors: authors.map(({ name }) => name),
    remarks,
    awards,
    track,
    incomplete: record.institutionsIncomplete,
  };
}
