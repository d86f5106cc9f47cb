import { distance } from '../model/distance.ts';
import { InputError } from '../model/errors.ts';
import type { ExplainedLine, Explanation, NodeKind } from '../model/explanation.ts';
import { fold } from '../model/text.ts';
import { explainNamed } from '../reconcile/explain-named.ts';
import { explainPaper } from '../reconcile/explain-paper.ts';
import {
  conferenceListingsAbout,
  type FoundNode,
  listingsReferringTo,
  nodesAlike,
  nodesMeant,
  pageAddresses,
} from '../store/explain-queries.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { listingsOfPapers } from '../store/identity-queries.ts';
import { componentOf } from './component.ts';
import { loaderFor } from './load-names.ts';
import { tableLinesOf } from './table-lines.ts';

/** An explanation as it is shown: with the address of each page that has one at a git host. */
export interface NodeExplanation extends Explanation {
  /** By page key. */
  readonly pageUrls: Readonly<Record<string, string>>;
}

/** Of a node that very many papers refer to, this many listings are read. */
const listingLimit = 20_000;
const nearestCount = 5;

/**
 * Explains the node that a text means: a key, a key that a paper once had, a DOI, an arXiv id, a name or title. What holds is
 * worked out again from the listings, by the rules that an import applies.
 *
 * @param kind - only nodes of this kind are meant
 * @throws InputError NODE_UNKNOWN with the nearest keys; NODE_AMBIGUOUS with all that the text means
 */
export async function explainNode(
  store: GraphStore,
  stated: string,
  kind: NodeKind | null = null,
): Promise<NodeExplanation> {
  const found = (await nodesMeant(store, stated)).filter((node) => kind === null || node.kind === kind);
  const [node] = found;
  if (node === undefined) throw unknown(stated, kind, await nodesAlike(store, stated));
  if (found.length > 1) throw ambiguous(stated, found);
  const explanation = await explained(store, node);
  if (explanation === undefined) throw gone(node);
  const pageKeys = [...new Set(linesOf(explanation).map(({ pageKey }) => pageKey))].sort();
  return { ...explanation, pageUrls: Object.fromEntries(await pageAddresses(store, pageKeys)) };
}

async function explained(store: GraphStore, { kind, key }: FoundNode): Promise<Explanation | undefined> {
  const loader = await loaderFor(store);
  if (kind !== 'paper') {
    const node = { kind, key };
    const listings = await listingsReferringTo(store, node, listingLimit);
    const names = await loader.forListings(listings);
    const conferenceListings = await conferenceListingsFor(store, node);
    const tableLines = await tableLinesOf(store, node, names);
    return explainNamed(node, { listings, conferenceListings, tableLines }, names);
  }
  const own = (await listingsOfPapers(store, [key])).map(({ listing }) => listing);
  const former = { storedListingKeys: own.map((listing) => listing.key), removedListingKeys: [] };
  const { listings } = await componentOf(store, own, former, await loader.forListings([]));
  return explainPaper(listings, key, await loader.forListings(listings));
}

function conferenceListingsFor(store: GraphStore, { kind, key }: Pick<FoundNode, 'kind' | 'key'>) {
  if (kind === 'conference') return conferenceListingsAbout(store, key);
  // An edition's key is its series' key and the year.
  return kind === 'edition' ? conferenceListingsAbout(store, key.slice(0, key.lastIndexOf('-'))) : [];
}

function linesOf({ facts, joins, keptApart }: Explanation): readonly ExplainedLine[] {
  return [
    ...facts.flatMap(({ lines, notTaken }) => [...lines, ...notTaken.map(({ line }) => line)]),
    ...joins.flatMap(({ lines }) => lines),
    ...keptApart.flatMap(({ line, otherLine }) => [line, otherLine]),
  ];
}

function unknown(stated: string, kind: NodeKind | null, alike: readonly FoundNode[]): InputError {
  const near = nearestTo(
    stated,
    alike.filter((node) => kind === null || node.kind === kind),
  );
  const hint =
    near.length === 0
      ? 'Nothing in the graph is called alike.'
      : `Nearest: ${near.map(({ kind: of, key, name }) => (key === name ? `${of} ${key}` : `${of} ${key} (${name})`)).join(', ')}.`;
  return new InputError(
    'NODE_UNKNOWN',
    `${stated}: expected the key or name of a paper, institution, conference, edition or topic in the graph. ${hint}`,
  );
}

/** Those whose key or name takes the fewest changes, the nearest first. */
function nearestTo(stated: string, nodes: readonly FoundNode[]): readonly FoundNode[] {
  const wanted = fold(stated);
  const far = ({ key, name }: FoundNode) => Math.min(distance(wanted, fold(key)), distance(wanted, fold(name)));
  return nodes
    .map((node) => ({ node, far: far(node) }))
    .sort((a, b) => a.far - b.far || (a.node.key < b.node.key ? -1 : 1))
    .slice(0, nearestCount)
    .map(({ node }) => node);
}

function ambiguous(stated: string, nodes: readonly FoundNode[]): InputError {
  const isOneKey = new Set(nodes.map(({ key }) => key)).size === 1;
  return new InputError(
    'NODE_AMBIGUOUS',
    `${stated}: expected one node, but it means ${nodes.map(({ kind, key }) => `${kind} ${key}`).join(', ')}. ` +
      (isOneKey ? 'Say which with --kind.' : 'Give the key of one of them.'),
  );
}

function gone({ kind, key }: FoundNode): InputError {
  return new InputError(
    'NODE_UNEXPLAINED',
    `${kind} ${key}: the graph has it, but the rules of this Papergraph give no such node of its listings. Import its sources again.`,
  );
}
