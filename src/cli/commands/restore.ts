import { resolve } from 'node:path';
import { Command } from 'commander';
import { restoreFolder } from '../../store/embedded/restore-folder.ts';
import { neo4jBacksUpItself } from '../../store/neo4j/neo4j-backup.ts';
import { dataFolder, neo4jAddress, type StoreOptions, withStoreOptions } from '../open-store.ts';

interface RestoreOptions extends StoreOptions {
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `papergraph restore`: a backup becomes the graph of a data folder that nothing has open. */
export function restoreCommand(): Command {
  const command = new Command('restore')
    .description('make a backup the graph of a data folder, which no server may have open')
    .argument('<file>', 'a file that papergraph backup wrote')
    .option('--force', 'replace the graph that the data folder holds')
    .option('--json', 'print what was restored as JSON')
    .action(run);
  return withStoreOptions(command);
}

async function run(file: string, { force = false, json, ...options }: RestoreOptions): Promise<void> {
  if (neo4jAddress(options) !== undefined) throw neo4jBacksUpItself();
  const restored = await restoreFolder(dataFolder(options), resolve(file), { force });
  const { graphVersion, formatVersion } = restored;
  console.log(
    json
      ? JSON.stringify(restored)
      : `${options.data}: restored from ${file}, graph version ${graphVersion} in format ${formatVersion}`,
  );
}
