import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Command, Option } from 'commander';
import { type ExportFormatName, exportFormatNames } from '../../exporters/export-formats.ts';
import { parsePaperFilter } from '../../graphql/parse-paper-filter.ts';
import { UsageError } from '../../model/errors.ts';
import type { PaperFilter } from '../../store/filters/filters.ts';
import { counted } from '../counted.ts';
import { requireGraph, type StoreOptions, withStoreOptions } from '../open-store.ts';
import { withGraph } from '../reach-graph.ts';

interface ExportOptions extends StoreOptions {
  readonly format: ExportFormatName;
  readonly filter?: string;
  readonly about?: string;
  readonly output?: string;
}

/** `papergraph export`: papers as JSON Lines that can be imported again, CSV, BibTeX or CSL-JSON. */
export function exportCommand(): Command {
  const command = new Command('export')
    .description('write papers as JSON Lines that papergraph import takes again, or as CSV, BibTeX or CSL-JSON')
    .addOption(new Option('--format <format>', 'how').choices(exportFormatNames).default('jsonl'))
    .option('--filter <json>', "which papers: the API's PaperFilter as JSON, or @FILE that holds it")
    .option('--about <text>', 'only papers whose text has these words; "quotes" for a phrase')
    .option('--output <file>', 'the file to write (default: standard output)')
    .action(run);
  return withStoreOptions(command);
}

function run({ format, filter, about, output, ...options }: ExportOptions): Promise<void> {
  const chosen = filterOf(filter, about);
  requireGraph(options);
  return withGraph(options, { isMade: false }, async (graph) => {
    const place = output === undefined ? temporaryFile() : resolve(output);
    const { paperCount, graphVersion } = await graph.run('export', { path: place, format, filter: chosen });
    // The process that has the graph writes a file; a stream of its own to this one would have to be kept in step.
    if (output === undefined) await pipeline(createReadStream(place), process.stdout, { end: false });
    console.error(`${counted(paperCount, 'paper')} of graph version ${graphVersion}`);
  });
}

function filterOf(filter: string | undefined, about: string | undefined): PaperFilter | null {
  const parts = [
    ...(filter === undefined ? [] : [parsePaperFilter(filter.startsWith('@') ? fileText(filter.slice(1)) : filter)]),
    ...(about === undefined ? [] : [parsePaperFilter(JSON.stringify({ about }))]),
  ];
  const [first, ...others] = parts;
  if (first === undefined) return null;
  return others.length === 0 ? first : { and: parts };
}

function fileText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(
      'BAD_FILTER',
      `--filter: expected ${file} to be a file with a filter, but it cannot be read.`,
      {
        cause: error,
      },
    );
  }
}

/** Goes with the process, also where the reader of its output closes the pipe early. */
function temporaryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'papergraph-export-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'export');
}
