import { resolve } from 'node:path';
import { Command } from 'commander';
import { type StoreOptions, withStoreOptions } from '../open-store.ts';
import { printSummary } from '../print-summary.ts';
import { withGraph } from '../reach-graph.ts';

interface ImportOptions extends StoreOptions {
  readonly source?: string;
  readonly map?: string;
  readonly dryRun?: boolean;
  readonly allGone?: boolean;
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
    .option(
      '--map <file>',
      "which keys of a list kept as YAML, JSON or CSV hold what; with it, a folder's data files are read too",
    )
    .option('--dry-run', 'read and compare, write nothing')
    .option('--all-gone', 'withdraw the pages of a source also where not one of them is left')
    .option('--json', 'print the summary as JSON, one line a path')
    .action(run);
  return withStoreOptions(command);
}

function run(paths: readonly string[], options: ImportOptions): Promise<void> {
  const { source, map, dryRun = false, allGone = false, json } = options;
  const mapPath = map === undefined ? null : resolve(map);
  const sourceKey = source ?? null;
  return withGraph(options, { isMade: !dryRun }, async (graph) => {
    const absolute = paths.map((path) => resolve(path));
    if (paths.length > 1) await graph.run('keys-of-paths', { paths: absolute, sourceKey });
    for (const path of absolute) {
      const summary = await graph.run('import', { path, sourceKey, mapPath, dryRun, allGone });
      if (json) console.log(JSON.stringify(summary));
      else printSummary(summary);
      if (!summary.isStopped) continue;
      process.exitCode = 1;
      return;
    }
  });
}
