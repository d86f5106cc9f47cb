import { Command } from 'commander';
import { type StoreOptions, withStoreOptions } from '../open-store.ts';
import { withGraph } from '../reach-graph.ts';

/** `papergraph sources`: what was imported. */
export function sourcesCommand(): Command {
  const command = new Command('sources')
    .description('list the sources in the graph: key, pages, revision, when it was imported, address')
    .option('--json', 'print them as JSON, one line a source')
    .action(run);
  return withStoreOptions(command);
}

function run(options: StoreOptions & { readonly json?: boolean }): Promise<void> {
  return withGraph(options, async (graph) => {
    const sources = await graph.run('sources', {});
    for (const source of sources) {
      const { key, pageCount, revision, importedAt, url } = source;
      const line = [key, `${pageCount} pages`, revision?.slice(0, 10) ?? '-', importedAt, url ?? '-'].join('\t');
      console.log(options.json ? JSON.stringify(source) : line);
    }
    if (sources.length === 0 && !options.json)
      console.log('The graph has no source. Import one: papergraph import FOLDER');
  });
}
