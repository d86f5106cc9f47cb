import { join } from 'node:path';
import type { DataSetFormatName } from '../importers/index.ts';
import { hostOf } from '../model/described.ts';
import { InputError } from '../model/errors.ts';
import type { DescribedNames } from '../model/names/described-names.ts';
import { type CsvEngine, openCsvEngine } from '../store/csv/csv-engine.ts';
import type { CsvCounts } from '../store/csv/csv-graph.ts';
import { SortedRows } from '../store/csv/sorted-rows.ts';
import { openGraphStore } from '../store/graph-store.ts';
import { findDataSet } from './data-set-files.ts';
import { type DataSetOptions, importDataSet } from './import-data-set.ts';
import type { ImportSummary } from './import-source.ts';
import { type LookingAhead, type SeenRecords, sharedKey } from './records-ahead.ts';

export interface CsvImportOptions
  extends Pick<DataSetOptions, 'sourceKey' | 'isStandardInput' | 'signal' | 'onProgress' | 'batchCount'> {
  readonly format?: DataSetFormatName | null;
}

export interface CsvImportSummary extends ImportSummary {
  readonly folder: string;
  /** What the graph has; null where the work was stopped, and the folder is not whole. */
  readonly counts: CsvCounts | null;
}

/**
 * Turns a data set into files for Neo4j's bulk import: the same graph as an import into an empty database with the built-in tables
 * of names. A data set of any size: what it describes is in memory, and so are records whose ids are shared; all else is
 * on disk.
 *
 * @throws InputError CSV_NO_DATA_SET, CSV_FOLDER_NOT_EMPTY, CSV_FOLDER_UNUSABLE, CSV_TWO_DATA_SETS; what `importDataSet` throws
 */
export async function importToCsv(
  path: string,
  folder: string,
  { format = null, ...options }: CsvImportOptions = {},
): Promise<CsvImportSummary> {
  const files = await findDataSet(path, format);
  if (!files) throw noDataSet(path);
  const engine = await openCsvEngine(folder);
  try {
    const store = await openGraphStore(engine);
    const ahead = new RecordsAhead(engine);
    const summary = await importDataSet(store, path, files, { ...options, ahead });
    return { ...summary, folder, counts: summary.isStopped ? null : await engine.finish() };
  } finally {
    await engine.close();
  }
}

function noDataSet(path: string): InputError {
  return new InputError(
    'CSV_NO_DATA_SET',
    `${path}: expected a data set (records of OpenAlex, or DBLP's XML), but found none. ` +
      'Lists and bibliographies are imported after it, in the usual way.',
  );
}

/**
 * What an import finds by looking things up, found in the first reading instead: papers of one data set meet only where their
 * records have one id, or ids with one last part, and records name institutions without ids by what others describe.
 */
class RecordsAhead implements LookingAhead {
  readonly #engine: CsvEngine;
  readonly #keys: SortedRows;
  readonly #institutionIds = new Set<string>();
  #first: SeenRecord | null = null;

  constructor(engine: CsvEngine) {
    this.#engine = engine;
    this.#keys = new SortedRows(join(engine.scratch, 'records'));
  }

  async note(path: string, { records, institutionIds }: SeenRecords): Promise<void> {
    for (const { id, line } of records) {
      const record = { id, place: `${path}:${line}` };
      this.#first ??= record;
      if (hostOf(id) !== hostOf(this.#first.id)) throw twoDataSets(this.#first, record);
      this.#keys.add(sharedKey(id), 0);
    }
    for (const id of institutionIds) this.#institutionIds.add(id);
    await this.#keys.settle();
  }

  async settled({ institutions }: DescribedNames): Promise<ReadonlySet<string>> {
    // Names mean what has a node, and that is what papers lead to.
    this.#engine.know(new Map([...institutions].filter(([id]) => this.#institutionIds.has(id))));
    const shared = new Set<string>();
    for await (const { key, values } of this.#keys.groups()) if (values.length > 1) shared.add(key);
    return shared;
  }
}

interface SeenRecord {
  readonly id: string;
  readonly place: string;
}

function twoDataSets(one: SeenRecord, other: SeenRecord): InputError {
  const said = ({ id, place }: SeenRecord) => `${id || 'no id'} (${place})`;
  return new InputError(
    'CSV_TWO_DATA_SETS',
    `Expected records of one data set, but found ${said(one)} and ${said(other)}, whose papers may be the same and would have to be compared. ` +
      'Turn one of the data sets into files, and import the other afterwards in the usual way.',
  );
}
