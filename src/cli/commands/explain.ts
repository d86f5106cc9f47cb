import { Command, Option } from 'commander';
import { type NodeKind, nodeKinds } from '../../model/explanation.ts';
import { type StoreOptions, withStoreOptions } from '../open-store.ts';
import { formatExplanation } from '../print-explanation.ts';
import { withGraph } from '../reach-graph.ts';

interface ExplainOptions extends StoreOptions {
  readonly kind?: NodeKind;
  readonly json?: boolean;
}

/** `papergraph explain`: what the graph says of one node, on which lines, and by which rule. */
export function explainCommand(): Command {
  const command = new Command('explain')
    .description('print the facts of a node, each with the lines that state it and the rule that chose between them')
    .argument(
      '<key>',
      'key of a paper, institution, conference, edition or topic; also a key that a paper once had, a DOI, an arXiv id or a name',
    )
    .addOption(new Option('--kind <kind>', 'what is meant, where a key or name means several').choices(nodeKinds))
    .option('--json', 'print it as JSON, with every line')
    .action(run);
  return withStoreOptions(command);
}

function run(stated: string, { kind, json, ...options }: ExplainOptions): Promise<void> {
  return withGraph(options, { isMade: false }, async (graph) => {
    const explanation = await graph.run('explain', { stated, kind: kind ?? null });
    console.log(json ? JSON.stringify(explanation) : formatExplanation(explanation));
  });
}
