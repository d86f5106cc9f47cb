import type { Problem } from '../../model/problem.ts';
import type { ReadPage } from '../../model/source-record.ts';
import { pageTooLarge } from '../markdown/problems.ts';
import { columnsOf, namesPaper, valueAt } from './columns.ts';
import { isConferenceData, readConferenceData } from './conference-data.ts';
import { noRecords, problemsAt, unknownColumns, unnamedRow } from './data-problems.ts';
import type { FieldMap } from './field-map.ts';
import { readJsonLines } from './json-lines.ts';
import { type RecordList, recordListsIn } from './record-lists.ts';
import { type RowReading, readRow } from './row-record.ts';
import { readSeparatedValues } from './separated-values.ts';
import { textUnder } from './texts.ts';
import type { Value } from './value.ts';
import { type ReadDocument, readYaml } from './yaml-document.ts';

export type DataFormat = 'yaml' | 'json' | 'jsonl' | 'csv' | 'tsv';

/** The file and how to read it; `path` is relative to its source's root, with `/`. */
export interface DataPageOptions {
  readonly path: string;
  readonly format: DataFormat;
  readonly map: FieldMap;
}

const FORMATS: ReadonlyMap<string, DataFormat> = new Map([
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['json', 'json'],
  ['jsonl', 'jsonl'],
  ['ndjson', 'jsonl'],
  ['csv', 'csv'],
  ['tsv', 'tsv'],
]);

/** The format of a file by its ending, whatever its case; null where no list kept as data ends so. */
export function dataFormatOf(path: string): DataFormat | null {
  return FORMATS.get(/\.([a-z]+)$/iu.exec(path)?.[1]?.toLowerCase() ?? '') ?? null;
}

const MAX_BYTES = 5_000_000;

/**
 * Reads one file of a list kept as data, or of a data set of conferences. It never throws: what cannot be taken as it stands is a problem beside the
 * records. A file over 5 MB or nested over 100 levels deep is refused with one problem of severity ERROR.
 *
 * @param text - the file; line ends of any kind
 * @returns records and problems, or conferences, editions and problems, each in the order of lines; nothing is told apart
 */
export function readDataPage(text: string, options: DataPageOptions): ReadPage {
  const { path } = options;
  const byteCount = text.length * 3 <= MAX_BYTES ? 0 : Buffer.byteLength(text);
  if (byteCount > MAX_BYTES) return pageOf(path, { problems: [pageTooLarge(path, { byteCount, most: MAX_BYTES })] });
  const { value, problems, isRefused } = readDocument(text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n'), options);
  if (isRefused) return pageOf(path, { problems });
  if (!isConferenceData(value)) return readRecords(value, problems, options);
  const reading = readConferenceData(value, path);
  return pageOf(path, { ...reading, problems: [...problems, ...reading.problems] });
}

function readDocument(text: string, { path, format }: DataPageOptions): ReadDocument {
  if (format === 'jsonl') return readJsonLines(text, path);
  return format === 'csv' || format === 'tsv' ? readSeparatedValues(text, path, format) : readYaml(text, path);
}

function readRecords(document: Value | null, found: readonly Problem[], { path, map }: DataPageOptions): ReadPage {
  const root = document && map.records ? valueAt(document, map.records) : document;
  const lists = recordListsIn(root, { isNamed: namesPaper(map), isAsked: map.records !== null });
  const title = document?.kind === 'object' ? textUnder(document, ['title', 'name']) : null;
  if (lists.length === 0) {
    const expected = map.records ? `under ${map.records.join('.')}` : 'in the document';
    const isTold = found.length > 0 && root?.kind !== 'object';
    return pageOf(path, {
      title,
      problems: isTold ? found : [...found, noRecords({ path, line: root?.line ?? 1 }, expected, root)],
    });
  }
  return pageOf(path, { title, ...readLists(lists, found, { path, map }) });
}

function readLists(
  lists: readonly RecordList[],
  found: readonly Problem[],
  { path, map }: { readonly path: string; readonly map: FieldMap },
): Pick<ReadPage, 'records' | 'problems'> {
  const columns = columnsOf(
    map,
    lists.flatMap(({ rows }) => rows.filter((row) => row.kind === 'object')),
  );
  const readings: RowReading[] = [];
  const unnamed: Value[] = [];
  for (const { section, rows } of lists) {
    for (const row of rows) {
      const reading = row.kind === 'object' ? readRow(row, { path, section, map, columns }) : null;
      if (reading) readings.push(reading);
      else if (row.kind !== 'object' || row.entries.size > 0) unnamed.push(row);
    }
  }
  const keys = [...map.fields.title, ...map.fields.shortName];
  return {
    records: readings.map(({ record }) => record),
    problems: [
      ...found,
      ...(map.isGiven && columns.unused.length > 0 ? [unknownColumns(path, columns.unused)] : []),
      ...problemsAt(unnamed, (row) => unnamedRow({ path, line: row.line }, row, keys)),
      ...readings.flatMap(({ problems }) => problems),
    ],
  };
}

function pageOf(path: string, page: Partial<ReadPage>): ReadPage {
  const { title = null, records = [], problems = [], editions = [], conferences } = page;
  const byLine = <Item extends { readonly position: { readonly line: number } }>(items: readonly Item[]) =>
    [...items].sort((a, b) => a.position.line - b.position.line);
  return {
    path,
    title,
    records: byLine(records),
    problems: byLine(problems),
    toldApart: [],
    editions: byLine(editions),
    ...(conferences && { conferences: byLine(conferences) }),
  };
}
