import { Command } from 'commander';
import type { RemovalSummary } from '../../import/remove-source.ts';
import { type StoreOptions, withStoreOptions } from '../open-store.ts';
import { counted } from '../print-summary.ts';
import { withGraph } from '../reach-graph.ts';

interface RemoveOptions extends StoreOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `papergraph remove`: withdraws a source; what others state stays. */
export function removeCommand(): Command {
  const command = new Command('remove')
    .description('withdraw a source: its pages and listings go, and what no other source states')
    .argument('<source>', 'key of the source; `papergraph sources` lists them')
    .option('--dry-run', 'tell what would go, write nothing')
    .option('--json', 'print the summary as JSON')
    .action(run);
  return withStoreOptions(command);
}

function run(sourceKey: string, options: RemoveOptions): Promise<void> {
  const { dryRun = false, json } = options;
  return withGraph(options, { isMade: false }, async (graph) => {
    const summary = await graph.run('remove', { sourceKey, dryRun });
    console.log(json ? JSON.stringify(summary) : described(summary));
    if (summary.isStopped) process.exitCode = 1;
  });
}

function described({ source, dryRun, isStopped, pageCount, removedListingCount, before }: RemovalSummary): string {
  const verb = dryRun ? 'would go' : 'removed';
  const what = `${source}: ${counted(pageCount, 'page')} and ${counted(removedListingCount, 'listing')} ${verb}`;
  if (isStopped) return `${what}; stopped before the rest: run it again`;
  const { paperCount, ownPaperCount } = before;
  return `${what}; of its ${counted(paperCount, 'paper')}, ${ownPaperCount} that no other source lists ${dryRun ? 'would go' : 'went'} with it`;
}
