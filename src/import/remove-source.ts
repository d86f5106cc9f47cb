import { InputError } from '../model/errors.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { registerSizes, storedTables } from '../store/name-table-queries.ts';
import { countsOf, type SourceCounts, type StoredPage, storedPages, storedSources } from '../store/source-queries.ts';
import type { SourceToWrite } from '../store/write-graph.ts';
import { applyBatch, type Batch, compareBatch } from './apply-batch.ts';
import { forgetDescribed, settleDescriptions } from './described-things.ts';
import { batchCounts } from './import-data-set.ts';
import { withdrawTables } from './name-sources.ts';
import { countReadOtherwise, finishSettling, settleNamesAgain } from './settle-names-again.ts';
import { holdsNames, sourceKinds } from './source-kinds.ts';
import { withdrawRecordsPage } from './withdraw-records.ts';

export interface RemovalSummary {
  readonly source: string;
  readonly dryRun: boolean;
  /**
   * The work was stopped before it was done. While pages are left, running it again does the rest; after the last page of
   * a source of names, the next command that changes the graph does.
   */
  readonly isStopped: boolean;
  /** Pages that went, or would go. */
  readonly pageCount: number;
  readonly removedListingCount: number;
  /** Organisations that no longer extend the tables of names. */
  readonly removedOrganizationCount: number;
  /** Listings whose names mean something else without the source's tables. */
  readonly changedListingCount: number;
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
  if (holdsNames(source.kind)) return removeNames(store, source, { pages, before, dryRun, signal });
  if (!dryRun) await finishSettling(store, source, signal);
  if (source.kind === sourceKinds.dataSet) return removeDataSet(store, source, { pages, before, dryRun, signal });
  let pageCount = 0;
  let removedListingCount = 0;
  for (let start = 0; start < pages.length && !signal?.aborted; start += batchPageCount) {
    const removedPageKeys = pages.slice(start, start + batchPageCount).map(({ pageKey }) => pageKey);
    const batch: Batch = { source, pages: [], listings: [], conferenceListings: [], removedPageKeys };
    removedListingCount += dryRun
      ? (await compareBatch(store, batch)).removedListingKeys.length
      : (await applyBatch(store, batch)).removedListingCount;
    pageCount += removedPageKeys.length;
  }
  return {
    source: sourceKey,
    dryRun,
    isStopped: pageCount < pages.length,
    pageCount,
    removedListingCount,
    removedOrganizationCount: 0,
    changedListingCount: 0,
    before,
  };
}

interface SourceRemoval {
  readonly pages: readonly StoredPage[];
  readonly before: SourceCounts;
  readonly dryRun: boolean;
  readonly signal: AbortSignal | undefined;
}

/** What it describes goes first, so that nothing is settled by it any more; then its records, batch by batch. */
async function removeDataSet(
  store: GraphStore,
  source: SourceToWrite,
  { pages, before, dryRun, signal }: SourceRemoval,
): Promise<RemovalSummary> {
  const gonePageKeys = pages.map(({ pageKey }) => pageKey);
  let [pageCount, removedListingCount] = dryRun ? [pages.length, before.listingCount] : [0, 0];
  const change = { source, pages: [], gonePageKeys, descriptions: [], signal };
  const { gone } = dryRun ? { gone: [] } : await settleDescriptions(store, change);
  const batchCount = batchCounts[store.engine];
  for (const pageKey of dryRun || signal?.aborted ? [] : gonePageKeys) {
    removedListingCount += await withdrawRecordsPage(store, { source, pageKey, batchCount, signal });
    if (signal?.aborted) break;
    pageCount += 1;
  }
  if (!signal?.aborted) await forgetDescribed(store, source, gone);
  return {
    source: source.key,
    dryRun,
    isStopped: pageCount < pages.length,
    pageCount,
    removedListingCount,
    removedOrganizationCount: 0,
    changedListingCount: 0,
    before,
  };
}

/** Tables go in one transaction; then what is in the graph is read again without them. */
async function removeNames(
  store: GraphStore,
  source: SourceToWrite,
  { pages, before, dryRun, signal }: SourceRemoval,
): Promise<RemovalSummary> {
  const pageKeys = pages.map(({ pageKey }) => pageKey);
  const tables = await storedTables(store);
  const kept = tables.filter(({ pageKey }) => !pageKeys.includes(pageKey));
  const registers = new Set(tables.filter((table) => !kept.includes(table)).map(({ register }) => register));
  const removedOrganizationCount = (await registerSizes(store))
    .filter(({ register }) => registers.has(register))
    .reduce((sum, { organizationCount }) => sum + organizationCount, 0);
  const summary = {
    source: source.key,
    dryRun,
    isStopped: false,
    pageCount: pages.length,
    removedListingCount: 0,
    removedOrganizationCount,
    before,
  };
  if (signal?.aborted) {
    return { ...summary, isStopped: true, pageCount: 0, removedOrganizationCount: 0, changedListingCount: 0 };
  }
  if (dryRun) return { ...summary, changedListingCount: await countReadOtherwise(store, kept) };
  await store.write((transaction) => withdrawTables(transaction, source, pageKeys));
  const { listingCount, isStopped } = await settleNamesAgain(store, source, signal);
  return { ...summary, isStopped, changedListingCount: listingCount };
}

const noCounts: SourceCounts = { pageCount: 0, listingCount: 0, paperCount: 0, ownPaperCount: 0 };

function unknownSource(sourceKey: string, known: readonly string[]): InputError {
  const there = known.length === 0 ? 'The graph has no source.' : `The graph has: ${known.join(', ')}.`;
  return new InputError('SOURCE_UNKNOWN', `${sourceKey}: expected the key of a source. ${there}`);
}
