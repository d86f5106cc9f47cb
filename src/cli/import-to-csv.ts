import { resolve } from 'node:path';
import { type CsvImportSummary, importToCsv } from '../import/import-to-csv.ts';
import { dataSetFormatNames } from '../importers/index.ts';
import { UsageError } from '../model/errors.ts';
import { printSummary } from './print-summary.ts';
import { showProgress } from './progress.ts';
import { stopRequest } from './reach-graph.ts';

/** What was asked of `papergraph import --to-csv`, beside the folder. */
export interface CsvRequest {
  readonly paths: readonly string[];
  readonly source: string | undefined;
  readonly format: string | null;
  readonly isStandardInput: boolean;
  readonly isJson: boolean;
  /** Options that say something else of an import, by name. */
  readonly others: readonly string[];
}

/**
 * Writes files for Neo4j's bulk import, without a graph. Ctrl-C stops it between two batches; what is written then is not whole.
 * @throws UsageError TO_CSV_ALONE
 */
export async function importIntoFolder(folder: string, request: CsvRequest): Promise<void> {
  const { paths, source, format, isStandardInput, isJson } = request;
  const [path] = paths;
  requireAlone(request);
  const progress = showProgress({ isJson });
  const stop = stopRequest();
  try {
    const summary = await importToCsv(resolve(path ?? ''), resolve(folder), {
      sourceKey: source,
      format: dataSetFormatNames.find((name) => name === format) ?? null,
      isStandardInput,
      signal: stop.signal,
      onProgress: progress.on,
    }).finally(progress.end);
    print(summary, isJson);
    if (summary.isStopped) process.exitCode = 1;
  } finally {
    stop.forget();
  }
}

function print(summary: CsvImportSummary, isJson: boolean): void {
  if (isJson) {
    console.log(JSON.stringify(summary));
    return;
  }
  printSummary(summary);
  const { counts, folder } = summary;
  if (counts === null) {
    console.log(`${folder}: not whole. Remove it before the next attempt.`);
    return;
  }
  const sum = (of: Readonly<Record<string, number>>) => Object.values(of).reduce((total, count) => total + count, 0);
  console.log(
    `${folder}: ${sum(counts.nodes)} nodes and ${sum(counts.relationships)} relationships; ` +
      'import.sh makes a new Neo4j database of them.',
  );
}

/** Names of tables and lists are taken in afterwards, by an ordinary import into the database. */
function requireAlone({ paths, format, others }: CsvRequest): void {
  const found = [
    ...(paths.length === 1 ? [] : [`${paths.length} paths`]),
    ...(format === null || dataSetFormatNames.some((name) => name === format) ? [] : [`--format ${format}`]),
    ...others,
  ];
  if (found.length === 0) return;
  throw new UsageError(
    'TO_CSV_ALONE',
    `--to-csv: expected the file or folder of one data set, but found ${found.join(' and ')}. ` +
      'Import the files into Neo4j first, then take lists, further data sets and tables of names in with `papergraph import`.',
  );
}
