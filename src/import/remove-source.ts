import { InputError } from '../model/errors.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { countsOf, type SourceCounts, storedPages, storedSources } from '../store/source-queries.ts';
import { applyBatch, type Batch, compareBatch } from './apply-batch.ts';

export interface RemovalSummary {
  readonly source: string;
  readonly dryRun: boolean;
  /** The work was stopped before it was done; running it again does the rest. */
  readonly isStopped: boolean;
  /** Pages that went, or would go. */
  readonly pageCount: number;
  readonly removedListingCount: number;
  /** What the source held before. */
  readonly before: SourceCounts;
}

/** Pages withdrawn in one transaction. */
const batchPageCount = 50;

/**
 * Withdraws a source: its pages and listings go, and with them what no other source states. Interrupted, it has withdrawn
 * whole pages, and running it again withdraws the rest.
 * @throws InputError SOURCE_UNKNOWN, with the sources that there are
 */
export async function removeSource(
  store: GraphStore,
  sourceKey: string,
  { dryRun = false, signal }: { readonly dryRun?: boolean; readonly signal?: AbortSignal | undefined } = {},
): Promise<RemovalSummary> {
  const sources = await storedSources(store);
  const source = sources.find(({ key }) => key === sourceKey);
  if (source === undefined)
    throw unknownSource(
      sourceKey,
      sources.map(({ key }) => key),
    );
  const pages = await storedPages(store, sourceKey);
  const before = (await countsOf(store, [sourceKey])).get(sourceKey) ?? noCounts;
  let pageCount = 0;
  let removedListingCount = 0;
  for (let start = 0; start < pages.length && !signal?.aborted; start += batchPageCount) {
    const removedPageKeys = pages.slice(start, start + batchPageCount).map(({ pageKey }) => pageKey);
    const batch: Batch = { source, pages: [], listings: [], removedPageKeys };
    removedListingCount += dryRun
      ? (await compareBatch(store, batch)).removedListingKeys.length
      : (await applyBatch(store, batch)).removedListingCount;
    pageCount += removedPageKeys.length;
  }
  const isStopped = pageCount < pages.length;
  return { source: sourceKey, dryRun, isStopped, pageCount, removedListingCount, before };
}

const noCounts: SourceCounts = { pageCount: 0, listingCount: 0, paperCount: 0, ownPaperCount: 0 };

function unknownSource(sourceKey: string, known: readonly string[]): InputError {
  const there = known.length === 0 ? 'The graph has no source.' : `The graph has: ${known.join(', ')}.`;
  return new InputError('SOURCE_UNKNOWN', `${sourceKey}: expected the key of a source. ${there}`);
}
