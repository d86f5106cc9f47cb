import { Command } from 'commander';
import type { RemovalSummary } from '../../import/remove-source.ts';
import { type StoreOptions, withStoreOptions } from '../open-store.ts';
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
  return withGraph(options, async (graph) => {
    const summary = await graph.run('remove', { sourceKey, dryRun });
    console.log(json ? JSON.stringify(summary) : `${sourceKey}: ${describe(summary)}`);
  });
}

function describe(summary: RemovalSummary): string {
  const { pageCount, removedListingCount, removedOrganizationCount, changedListingCount, dryRun } = summary;
  const parts = [`${pageCount} pages`, `${removedListingCount} listings`];
  if (removedOrganizationCount > 0) parts.push(`${removedOrganizationCount} organisations`);
  const gone = `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)} ${dryRun ? 'would go' : 'removed'}`;
  return changedListingCount === 0 ? gone : `${gone}; names in ${changedListingCount} listings mean something else`;
}
