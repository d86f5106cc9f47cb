import { resolve } from 'node:path';
import { Command } from 'commander';
import { neo4jBacksUpItself } from '../../store/neo4j/neo4j-backup.ts';
import { neo4jAddress, requireGraph, type StoreOptions, withStoreOptions } from '../open-store.ts';
import { withGraph } from '../reach-graph.ts';

interface BackupOptions extends StoreOptions {
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `papergraph backup`: a copy of the embedded graph, also while a server serves it. */
export function backupCommand(): Command {
  const command = new Command('backup')
    .description('copy the embedded graph into one file, also while a server has it open')
    .argument('<file>', 'the file to write')
    .option('--force', 'replace a file of that name')
    .option('--json', 'print what was written as JSON')
    .action(run);
  return withStoreOptions(command);
}

async function run(file: string, { force = false, json, ...options }: BackupOptions): Promise<void> {
  if (neo4jAddress(options) !== undefined) throw neo4jBacksUpItself();
  requireGraph(options);
  await withGraph(options, { isMade: false }, async (graph) => {
    const summary = await graph.run('backup', { path: resolve(file), force });
    const { byteCount, formatVersion } = summary;
    console.log(
      json ? JSON.stringify(summary) : `${file}: ${(byteCount / 1e6).toFixed(1)} MB, graph in format ${formatVersion}`,
    );
  });
}
