import { outdatedRecords } from '../store/data-set-queries.ts';
import type { GraphStore } from '../store/graph-store.ts';
import type { SourceToWrite } from '../store/write-graph.ts';
import { takeIn } from './apply-batch.ts';

/** A page of a data set, whose records are too many for one transaction. */
export interface RecordsPage {
  readonly source: SourceToWrite;
  readonly pageKey: string;
  /** Records that are withdrawn in one transaction. */
  readonly batchCount: number;
  readonly signal?: AbortSignal | undefined;
}

const nothingAdded = { pages: [], listings: [], conferenceListings: [] };

/**
 * Withdraws the records of a page that a file of this revision does not state, batch by batch. Stopped or interrupted, it has
 * withdrawn whole batches, and running it again withdraws the rest.
 * @param revision - "" for none, so that all records go
 * @returns how many were withdrawn
 */
export async function withdrawRecords(
  store: GraphStore,
  { source, pageKey, batchCount, signal }: RecordsPage,
  revision: string,
): Promise<number> {
  let withdrawnCount = 0;
  while (!signal?.aborted) {
    const count = await store.write(async (transaction) => {
      const removedListingKeys = await outdatedRecords(transaction, { pageKey, revision, count: batchCount });
      if (removedListingKeys.length === 0) return 0;
      const former = { storedListingKeys: removedListingKeys, removedListingKeys };
      await takeIn(transaction, { source, ...nothingAdded, removedPageKeys: [] }, former);
      return removedListingKeys.length;
    });
    if (count === 0) break;
    withdrawnCount += count;
  }
  return withdrawnCount;
}

/** The same of all records of a page, and then the page itself. */
export async function withdrawRecordsPage(store: GraphStore, page: RecordsPage): Promise<number> {
  const withdrawnCount = await withdrawRecords(store, page, '');
  if (page.signal?.aborted) return withdrawnCount;
  const former = { storedListingKeys: [], removedListingKeys: [] };
  const batch = { source: page.source, ...nothingAdded, removedPageKeys: [page.pageKey] };
  await store.write((transaction) => takeIn(transaction, batch, former));
  return withdrawnCount;
}
