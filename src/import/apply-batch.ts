import type { CanonicalGraph, Listing, Paper } from '../model/graph.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import type { GraphStore, GraphTransaction } from '../store/graph-store.ts';
import { storedListingsOf } from '../store/source-queries.ts';
import { type PageToWrite, type SourceToWrite, writeGraph } from '../store/write-graph.ts';
import { type Component, componentOf } from './component.ts';

/** Pages of one source that changed or are gone, with all that the changed ones state now. */
export interface Batch {
  readonly source: SourceToWrite;
  readonly pages: readonly PageToWrite[];
  readonly listings: readonly Listing[];
  readonly removedPageKeys: readonly string[];
}

export interface BatchResult {
  readonly addedListingCount: number;
  readonly removedListingCount: number;
  /** Papers as they stand now, of all that were looked at again. */
  readonly papers: readonly Paper[];
}

/** Takes a batch into the graph in one transaction: what the pages state now holds, what they stated before does not. */
export function applyBatch(store: GraphStore, batch: Batch): Promise<BatchResult> {
  const { source, pages, listings, removedPageKeys } = batch;
  return store.write(async (transaction) => {
    const { addedListingCount, storedListingKeys, removedListingKeys } = await compareBatch(transaction, batch);
    const component = await componentOf(transaction, listings, { storedListingKeys, removedListingKeys });
    const graph = reconcile(component.listings);
    await writeGraph(transaction, {
      source,
      pages,
      removedPageKeys,
      listings,
      removedListingKeys,
      formerListingKeys: new Set(component.formerPaperOf.keys()),
      formerPaperKeys: component.formerPaperKeys,
      successors: successorsOf(component, graph),
      graph,
    });
    return { addedListingCount, removedListingCount: removedListingKeys.length, papers: graph.papers };
  });
}

/** What a batch would change, compared with what the graph holds. */
export async function compareBatch(
  reader: Pick<GraphStore, 'run'> & Partial<Pick<GraphTransaction, 'isFirst'>>,
  { pages, listings, removedPageKeys }: Batch,
): Promise<{
  readonly addedListingCount: number;
  /** Of the pages, as the graph holds them. */
  readonly storedListingKeys: readonly string[];
  readonly removedListingKeys: readonly string[];
}> {
  const pageKeys = [...pages.map(({ key }) => key), ...removedPageKeys];
  const before = reader.isFirst ? new Set<string>() : await storedListingsOf(reader, pageKeys);
  const now = new Set(listings.map(({ key }) => key));
  return {
    addedListingCount: [...now].filter((key) => !before.has(key)).length,
    storedListingKeys: [...before],
    removedListingKeys: [...before].filter((key) => !now.has(key)),
  };
}

/**
 * Former papers that are no more, each with the paper that now has the first of its listings; where its rows were edited,
 * with the paper that goes by its name or title.
 */
function successorsOf(
  { formerPaperOf, formerNames }: Component,
  { papers }: CanonicalGraph,
): ReadonlyMap<string, string> {
  const keys = new Set(papers.map(({ key }) => key));
  const paperOf = new Map(papers.flatMap(({ key, listingKeys }) => listingKeys.map((listing) => [listing, key])));
  const successors = new Map<string, string>();
  for (const [listingKey, former] of [...formerPaperOf].sort()) {
    const successor = paperOf.get(listingKey);
    if (!keys.has(former) && !successors.has(former) && successor !== undefined) successors.set(former, successor);
  }
  for (const [former, names] of formerNames) {
    if (keys.has(former) || successors.has(former)) continue;
    const heirs = papers.filter(
      ({ nameKey, titleKey }) => names.has(nameKey) || (titleKey !== null && names.has(titleKey)),
    );
    const [heir] = heirs;
    if (heir && heirs.length === 1) successors.set(former, heir.key);
  }
  return successors;
}
