import { InputError } from '../model/errors.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { storedPages, storedSources } from '../store/source-queries.ts';
import { applyBatch, type Batch, compareBatch } from './apply-batch.ts';

export interface RemovalSummary {
  readonly source: string;
  readonly dryRun: boolean;
  readonly pageCount: number;
  readonly removedListingCount: number;
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
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<RemovalSummary> {
  const sources = await storedSources(store);
  const source = sources.find(({ key }) => key === sourceKey);
  if (source === undefined)
    throw unknownSource(
      sourceKey,
      sources.map(({ key }) => key),
    );
  const pages = await storedPages(store, sourceKey);
  let removedListingCount = 0;
  for (let start = 0; start < pages.length; start += batchPageCount) {
    const removedPageKeys = pages.slice(start, start + batchPageCount).map(({ pageKey }) => pageKey);
    const batch: Batch = { source, pages: [], listings: [], conferenceListings: [], removedPageKeys };
    removedListingCount += dryRun
      ? (await compareBatch(store, batch)).removedListingKeys.length
      : (await applyBatch(store, batch)).removedListingCount;
  }
  return { source: sourceKey, dryRun, pageCount: pages.length, removedListingCount };
}

function unknownSource(sourceKey: string, known: readonly string[]): InputError {
  const there = known.length === 0 ? 'The graph has no source.' : `The graph has: ${known.join(', ')}.`;
  return new InputError('SOURCE_UNKNOWN', `${sourceKey}: expected the key of a source. ${there}`);
}
