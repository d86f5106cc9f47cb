import { Command } from 'commander';
import type { RemovalSummary } from '../../import/remove-source.ts';
import { counted } from '../counted.ts';
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
  return withGraph(options, { isMade: false }, async (graph) => {
    const summary = await graph.run('remove', { sourceKey, dryRun });
    console.log(json ? JSON.stringify(summary) : `${sourceKey}: ${describe(summary)}`);
    if (summary.isStopped) process.exitCode = 1;
  });
}

function describe(summary: RemovalSummary): string {
  const { pageCount, removedListingCount, removedOrganizationCount, changedListingCount } = summary;
  const parts = [counted(pageCount, 'page'), counted(removedListingCount, 'listing')];
  if (removedOrganizationCount > 0) parts.push(counted(removedOrganizationCount, 'organisation'));
  const gone = `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)} ${summary.dryRun ? 'would go' : 'removed'}`;
  const renamed =
    changedListingCount === 0 ? '' : `; names in ${counted(changedListingCount, 'listing')} mean something else`;
  return `${gone}${renamed}${summary.isStopped ? stopText(summary) : paperText(summary)}`;
}

/** Once its last page went a source is no more; what is left is to read others again without its names. */
function stopText({ pageCount, before }: RemovalSummary): string {
  return pageCount < before.pageCount
    ? '; stopped before the rest: run it again'
    : '; stopped before all listings were read again without its names: the next import or removal does the rest';
}

function paperText({ dryRun, before: { paperCount, ownPaperCount } }: RemovalSummary): string {
  if (paperCount === 0) return '';
  return `; of its ${counted(paperCount, 'paper')}, ${ownPaperCount} that no other source lists ${dryRun ? 'would go' : 'went'} with it`;
}
