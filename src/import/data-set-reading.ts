import { type DataSetFormatName, dataSetFormatOf, describesThings, openDataSet } from '../importers/index.ts';
import type { Described } from '../model/described.ts';
import { InputError } from '../model/errors.ts';
import type { Position, Problem } from '../model/problem.ts';
import type { ReadRecords, RecordStream, SourceRecord } from '../model/source-record.ts';
import { mergedDescriptions } from '../reconcile/settle-described.ts';
import { textOf } from './data-set-files.ts';
import { graphOf, type KnownMeaning, type PreparedGraph } from './prepared-batch.ts';
import { type RecordBatch, type RecordsFile, recordBatch } from './record-batch.ts';
import { type SeenRecords, seenIn, sharedKey } from './records-ahead.ts';

/** A file of a data set that is to be read. */
export interface DataFile {
  readonly file: string;
  /** In its source, with `/`. */
  readonly path: string;
  /** Null where the file tells its own. */
  readonly format: DataSetFormatName | null;
}

/** What to read of a file: what it describes, or its papers in batches. */
export type ReadingRequest =
  | (DataFile & {
      readonly step: 'DESCRIBED';
      readonly isDryRun: boolean;
      /** Tells of each record, too; see `LookingAhead`. */
      readonly isLookingAhead: boolean;
    })
  | (DataFile & {
      readonly step: 'PAPERS';
      readonly records: RecordsFile;
      readonly batchCount: number;
      /** Records at the start that are left out, with what is to be told of them. */
      readonly skipCount: number;
      /** Records of these shared keys are in no batch. */
      readonly laterKeys: ReadonlySet<string>;
      /** What names and ids mean, as far as it is known when the reading begins. */
      readonly meaning: KnownMeaning;
    });

/** How far a reading is, and what it gives. */
export interface ReadingPiece {
  /** Bytes of the file since the piece before. */
  readonly readCount: number;
  /** Of a dry run, which takes no papers in. */
  readonly recordCount: number;
  readonly problems: readonly Problem[];
  readonly seen?: SeenRecords;
  /** Records that are in no batch. */
  readonly later?: readonly SourceRecord[];
  /** Of as many records as asked for, of the last piece the rest, with what they come to by themselves. */
  readonly batch?: RecordBatch;
  readonly graph?: PreparedGraph | null;
  /** What the whole file describes, in the last piece: one description an id. Authors are known by the papers that name them. */
  readonly described?: readonly Described[];
}

/**
 * Reads a file from its start to its end in pieces.
 * @throws InputError DATA_SET_BROKEN, after a piece with what was read before the damage; NOT_A_DATA_SET
 */
export function readingOf(request: ReadingRequest): AsyncGenerator<ReadingPiece> {
  return request.step === 'DESCRIBED' ? describedIn(request) : batchesOf(request);
}

/** Progress is told after so many bytes. */
const toldLength = 1_000_000;

async function* describedIn(
  request: Extract<ReadingRequest, { step: 'DESCRIBED' }>,
): AsyncGenerator<ReadingPiece, void> {
  const inFile = new Map<string, Described>();
  let [readCount, recordCount] = [0, 0];
  let problems: Problem[] = [];
  let seen: SourceRecord[] = [];
  let authorCount = 0;
  let firstAuthor: Position | null = null;
  const isDescribing = !request.isDryRun && !request.isLookingAhead;
  for await (const { read, length, format } of readings(request, { isDescribing })) {
    readCount += length;
    if (request.isLookingAhead) seen.push(...read.records);
    if (request.isDryRun) {
      recordCount += read.records.length;
      problems.push(...read.problems);
    }
    for (const each of read.described ?? []) {
      if (each.about === 'AUTHOR') {
        authorCount += 1;
        firstAuthor ??= each.position;
        continue;
      }
      const name = `${each.about} ${each.id}`;
      const known = inFile.get(name);
      if (known && known.isOwnRecord >= each.isOwnRecord) continue;
      inFile.set(name, each);
    }
    if (isDescribing && !describesThings(format)) break;
    if (readCount < toldLength) continue;
    yield { readCount, recordCount, problems, seen: seenIn(seen) };
    [readCount, recordCount, problems, seen] = [0, 0, [], []];
  }
  if (firstAuthor) problems.push(authorsLeft(authorCount, firstAuthor));
  const described = mergedDescriptions([...inFile.values()].map((each) => ({ pageKey: '', described: each })));
  yield { readCount, recordCount, problems, described, seen: seenIn(seen) };
}

/** An author is known by the works, which say name and ORCID too; of the many whom no work names nothing is kept. */
function authorsLeft(count: number, first: Position): Problem {
  return {
    code: 'AUTHOR_RECORDS_LEFT',
    severity: 'NOTE',
    message: `${count} records of authors say nothing that is kept: authors, with names and ORCID iDs, come from the works that name them`,
    suggestion: null,
    position: first,
    related: [],
  };
}

async function* batchesOf(request: Extract<ReadingRequest, { step: 'PAPERS' }>): AsyncGenerator<ReadingPiece, void> {
  const { batchCount, laterKeys } = request;
  let { skipCount } = request;
  let readCount = 0;
  let records: SourceRecord[] = [];
  let later: SourceRecord[] = [];
  let problems: Problem[] = [];
  const rest = async () => {
    const batch = recordBatch(request.records, records);
    return { readCount, recordCount: 0, problems, later, batch, graph: await graphOf(batch.listings, request.meaning) };
  };
  try {
    for await (const { read, length } of readings(request)) {
      readCount += length;
      if (skipCount === 0) problems.push(...read.problems);
      for (const record of read.records) {
        if (skipCount > 0) {
          skipCount -= 1;
          continue;
        }
        (laterKeys.has(sharedKey(record.recordId)) ? later : records).push(record);
        if (records.length < batchCount) continue;
        yield await rest();
        [readCount, records, later, problems] = [0, [], [], []];
      }
    }
  } catch (error) {
    // What was read of a damaged file stands.
    if (error instanceof InputError) yield await rest();
    throw error;
  }
  yield await rest();
}

interface Reading {
  readonly format: DataSetFormatName;
  readonly read: ReadRecords;
  /** Bytes of the file since the reading before. */
  readonly length: number;
}

async function* readings(
  { file, path, format: named }: DataFile,
  options: { readonly isDescribing?: boolean } = {},
): AsyncGenerator<Reading> {
  let format: DataSetFormatName | null = named;
  let stream: RecordStream | null = null;
  let [seen, read] = [0, 0];
  const onRead = (byteCount: number) => {
    read = byteCount;
  };
  for await (const text of textOf(file, onRead)) {
    format ??= dataSetFormatOf(text);
    if (format === null) throw notOne(file);
    stream ??= openDataSet(format, path, options);
    yield { format, read: stream.push(text), length: read - seen };
    seen = read;
  }
  if (format && stream) yield { format, read: stream.end(), length: 0 };
}

function notOne(file: string): InputError {
  return new InputError(
    'NOT_A_DATA_SET',
    `${file}: expected records of OpenAlex as the other files of the folder hold, but found something else. Move it elsewhere, or name the files one by one.`,
  );
}
