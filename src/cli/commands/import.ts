import { resolve } from 'node:path';
import { Command } from 'commander';
import { type ImportSummary, importSource } from '../../import/import-source.ts';
import { InputError, StoreError } from '../../model/errors.ts';
import { type ImportRequest, importPath } from '../../server/import-endpoint.ts';
import { type ServerAddress, serverOf } from '../../store/embedded/folder-claim.ts';
import { dataFolder, neo4jAddress, openStore, type StoreOptions, withStoreOptions } from '../open-store.ts';
import { printSummary } from '../print-summary.ts';

interface ImportCommandOptions extends StoreOptions {
  readonly source?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `papergraph import`: takes reading lists into the graph. */
export function importCommand(): Command {
  const command = new Command('import')
    .description(
      'take Markdown reading lists into the graph; a folder is a whole source, whose missing pages are withdrawn',
    )
    .argument('<path...>', 'files or folders')
    .option(
      '--source <key>',
      "name of the source (default: the git remote and the folder's path in it, else the folder's name)",
    )
    .option('--dry-run', 'read and compare, write nothing')
    .option('--json', 'print the summary as JSON, one line a path')
    .action(run);
  return withStoreOptions(command);
}

async function run(paths: readonly string[], options: ImportCommandOptions): Promise<void> {
  const importOne = await importer(options);
  try {
    for (const path of paths) {
      const summary = await importOne.run(path);
      if (options.json) console.log(JSON.stringify(summary));
      else printSummary(summary);
    }
  } finally {
    await importOne.close();
  }
}

interface Importer {
  run(path: string): Promise<ImportSummary>;
  close(): Promise<void>;
}

/** The embedded store belongs to one process: where a server has it, the work is handed to that server. */
async function importer(options: ImportCommandOptions): Promise<Importer> {
  const server = neo4jAddress(options) === undefined ? serverOf(dataFolder(options)) : null;
  if (server) return { run: (path) => handOver(server, path, options), close: async () => {} };
  const store = await openStore(options);
  const { source: sourceKey, dryRun = false } = options;
  return { run: (path) => importSource(store, path, { sourceKey, dryRun }), close: () => store.close() };
}

async function handOver(server: ServerAddress, path: string, options: ImportCommandOptions): Promise<ImportSummary> {
  const request: ImportRequest = {
    path: resolve(path),
    sourceKey: options.source ?? null,
    dryRun: options.dryRun ?? false,
  };
  const response = await ask(server, request);
  const answer: unknown = await response.json();
  // The server is this program; its answer is what `importSource` returned.
  if (response.ok) return answer as ImportSummary;
  const { code, message } = answer as { code?: string; message?: string };
  throw new InputError(
    code ?? 'IMPORT_REFUSED',
    message ?? `${server.url}: the server refused the import (${response.status}).`,
  );
}

async function ask({ url, token }: ServerAddress, request: ImportRequest): Promise<Response> {
  try {
    return await fetch(`${url}${importPath}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
  } catch (error) {
    throw new StoreError(
      'SERVER_UNREACHABLE',
      `${url}: a server has this data folder open, but it does not answer. Stop it, and run the command again.`,
      { cause: error },
    );
  }
}
