import type { CanonicalGraph, ConferenceListing, Listing, Paper } from '../model/graph.ts';
import type { Problem } from '../model/problem.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { storedListingKeys } from '../store/source-queries.ts';
import { withdrawConferences, writeConferences } from '../store/write-conferences.ts';
import { type PageToWrite, type SourceToWrite, writeGraph } from '../store/write-graph.ts';
import { type Component, componentOf } from './component.ts';
import { conferenceChangeOf } from './conference-component.ts';

/** Pages of one source that changed or are gone, with all that the changed ones state now. */
export interface Batch {
  readonly source: SourceToWrite;
  readonly pages: readonly PageToWrite[];
  readonly listings: readonly Listing[];
  readonly conferenceListings: readonly ConferenceListing[];
  readonly removedPageKeys: readonly string[];
}

export interface BatchResult {
  readonly addedListingCount: number;
  readonly removedListingCount: number;
  /** Papers as they stand now, of all that were looked at again. */
  readonly papers: readonly Paper[];
  /** What listings about series show together, of all series that were looked at again. */
  readonly conferenceProblems: readonly Problem[];
}

/** Takes a batch into the graph in one transaction: what the pages state now holds, what they stated before does not. */
export function applyBatch(store: GraphStore, batch: Batch): Promise<BatchResult> {
  const { source, pages, listings, conferenceListings, removedPageKeys } = batch;
  return store.write(async (transaction) => {
    const { addedListingCount, removedListingKeys } = await compareBatch(transaction, batch);
    const component = await componentOf(transaction, listings, removedListingKeys);
    const graph = reconcile(component.listings);
    const conferences = await conferenceChangeOf(transaction, conferenceListings, removedListingKeys);
    await withdrawConferences(transaction, conferences);
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
    await writeConferences(transaction, conferences);
    return {
      addedListingCount,
      removedListingCount: removedListingKeys.length,
      papers: graph.papers,
      conferenceProblems: conferences.listed.problems.map(({ problem }) => problem),
    };
  });
}

/** What a batch would change, compared with what the graph holds. */
export async function compareBatch(
  reader: Pick<GraphStore, 'run'>,
  { pages, listings, conferenceListings, removedPageKeys }: Batch,
): Promise<{ readonly addedListingCount: number; readonly removedListingKeys: readonly string[] }> {
  const before = await storedListingKeys(reader, [...pages.map(({ key }) => key), ...removedPageKeys]);
  const now = new Set([...listings, ...conferenceListings].map(({ key }) => key));
  return {
    addedListingCount: [...now].filter((key) => !before.has(key)).length,
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
