import { Command } from 'commander';
import { counted } from '../counted.ts';
import { type StoreOptions, withStoreOptions } from '../open-store.ts';
import { withGraph } from '../reach-graph.ts';

/** `papergraph sources`: what was imported. */
export function sourcesCommand(): Command {
  const command = new Command('sources')
    .description(
      'list the sources in the graph: key, pages, listings, papers and those that no other source lists, revision, ' +
        'when it was imported, address or folder',
    )
    .option('--json', 'print them as JSON, one line a source')
    .action(run);
  return withStoreOptions(command);
}

function run(options: StoreOptions & { readonly json?: boolean }): Promise<void> {
  return withGraph(options, { isMade: false }, async (graph) => {
    const sources = await graph.run('sources', {});
    for (const source of sources) {
      const { key, pageCount, listingCount, paperCount, ownPaperCount, revision, importedAt, url, root } = source;
      const line = [
        key,
        counted(pageCount, 'page'),
        counted(listingCount, 'listing'),
        `${counted(paperCount, 'paper')} (${ownPaperCount} in no other source)`,
        revision?.slice(0, 10) ?? '-',
        importedAt,
        url ?? root ?? '-',
      ].join('\t');
      console.log(options.json ? JSON.stringify(source) : line);
    }
    if (sources.length === 0 && !options.json)
      console.log('The graph has no source. Import one: papergraph import FOLDER');
  });
}
