import { resolve } from 'node:path';
import { Command } from 'commander';
import type { DataSetFormatName, FormatName } from '../../importers/index.ts';
import { UsageError } from '../../model/errors.ts';
import { importFormatHelp, requireImportFormat } from '../format-option.ts';
import { importIntoFolder } from '../import-to-csv.ts';
import { type StoreOptions, withStoreOptions } from '../open-store.ts';
import { printNamesSummary, printSummary } from '../print-summary.ts';
import { showProgress } from '../progress.ts';
import { withGraph } from '../reach-graph.ts';
import { requireStandardInputAlone, standardInput, withStandardInput } from '../standard-input.ts';

interface ImportOptions extends StoreOptions {
  readonly source?: string;
  readonly map?: string;
  readonly format?: string;
  readonly ror?: string;
  readonly aliases?: string;
  readonly toCsv?: string;
  readonly dryRun?: boolean;
  readonly allGone?: boolean;
  readonly json?: boolean;
}

/** `papergraph import`: takes reading lists, and tables of names, into the graph. Names come first, so that lists are read with them. */
export function importCommand(): Command {
  const command = new Command('import')
    .description(
      'take reading lists, bibliographies and data sets into the graph; a folder is a whole source, whose missing pages are withdrawn',
    )
    .argument('[path...]', 'files or folders; - is standard input')
    .option(
      '--ror <file>',
      'a dump of ROR (schema 1 or 2, JSON or JSON Lines, plain or .gz) whose organisations extend the table of names',
    )
    .option('--aliases <file>', 'a file (YAML) that settles which names mean which institution or conference')
    .option(
      '--source <key>',
      "name of the source (default: the git remote and the folder's path in it, else the folder's name)",
    )
    .option(
      '--map <file>',
      "which keys of a list kept as YAML, JSON or CSV hold what; with it, a folder's data files are read too",
    )
    .option('--format <format>', importFormatHelp)
    .option(
      '--to-csv <folder>',
      "write a data set as files for Neo4j's bulk import, into a folder that is empty or made, instead of into the graph",
    )
    .option('--dry-run', 'read and compare, write nothing')
    .option('--all-gone', 'withdraw the pages of a source also where not one of them is left')
    .option('--json', 'print the summary as JSON, one line a path')
    .action(run);
  return withStoreOptions(command);
}

async function run(paths: readonly string[], options: ImportOptions): Promise<void> {
  requireWork(paths, options);
  requireStandardInputAlone(paths);
  const format = requireImportFormat(options.format, '--format');
  if (options.toCsv !== undefined) return writeFiles(options.toCsv, paths, { ...options, format });
  if (!paths.includes(standardInput)) return importPaths(paths, options, { format, isStandardInput: false });
  return withStandardInput((path) => importPaths([path], options, { format, isStandardInput: true }));
}

function writeFiles(
  folder: string,
  paths: readonly string[],
  {
    source,
    map,
    ror,
    aliases,
    dryRun,
    allGone,
    json = false,
    format,
  }: Omit<ImportOptions, 'format'> & {
    readonly format: FormatName | DataSetFormatName | null;
  },
): Promise<void> {
  const others = Object.entries({
    '--map': map,
    '--ror': ror,
    '--aliases': aliases,
    '--dry-run': dryRun,
    '--all-gone': allGone,
  });
  const request = {
    source,
    format,
    isJson: json,
    others: others.flatMap(([name, value]) => (value === undefined ? [] : [name])),
  };
  if (!paths.includes(standardInput)) return importIntoFolder(folder, { ...request, paths, isStandardInput: false });
  return withStandardInput((path) => importIntoFolder(folder, { ...request, paths: [path], isStandardInput: true }));
}

function importPaths(
  paths: readonly string[],
  options: ImportOptions,
  reading: { readonly format: FormatName | DataSetFormatName | null; readonly isStandardInput: boolean },
): Promise<void> {
  const { source, map, ror, aliases, dryRun = false, allGone = false, json } = options;
  const mapPath = map === undefined ? null : resolve(map);
  const sourceKey = source ?? null;
  const tables = [...named('ror', ror), ...named('aliases', aliases)];
  const absolute = paths.map((path) => resolve(path));
  const progress = showProgress({ isJson: json ?? false });
  return withGraph(options, { isMade: !dryRun, onProgress: progress.on }, async (graph) => {
    if (paths.length > 1) await graph.run('keys-of-paths', { paths: absolute, sourceKey });
    for (const { kind, path } of tables) {
      const summary = await graph.run('importNames', { path, kind, sourceKey, dryRun });
      if (json) console.log(JSON.stringify(summary));
      else printNamesSummary(summary);
      if (summary.isStopped) return stopped();
    }
    for (const path of absolute) {
      const summary = await graph
        .run('import', { path, sourceKey, mapPath, ...reading, dryRun, allGone })
        .finally(progress.end);
      if (json) console.log(JSON.stringify(summary));
      else printSummary(summary);
      if (summary.isStopped) return stopped();
    }
  });
}

function stopped(): void {
  process.exitCode = 1;
}

function named(kind: 'ror' | 'aliases', file: string | undefined) {
  return file === undefined ? [] : [{ kind, path: resolve(file) }];
}

/** @throws UsageError NOTHING_TO_IMPORT, ONE_SOURCE_KEY */
function requireWork(paths: readonly string[], { ror, aliases, source }: ImportOptions): void {
  const kinds = [paths.length > 0, ror !== undefined, aliases !== undefined].filter(Boolean).length;
  if (kinds === 0) {
    throw new UsageError(
      'NOTHING_TO_IMPORT',
      'Expected files or folders, --ror FILE or --aliases FILE, but found none of them.',
    );
  }
  if (source !== undefined && kinds > 1) {
    throw new UsageError(
      'ONE_SOURCE_KEY',
      '--source: names one source, but lists, a dump of ROR and an alias file are a source each. Import them one by one.',
    );
  }
}
