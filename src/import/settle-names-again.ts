import type { Listing } from '../model/graph.ts';
import { readingOf } from '../reconcile/listing-reading.ts';
import { seriesKeysOf } from '../reconcile/reconcile-conferences.ts';
import { listedConferenceKeys, listingsOfConferences, storedConferences } from '../store/conference-listings.ts';
import type { GraphStore } from '../store/graph-store.ts';
import {
  forgetRegisters,
  isUnsettled,
  registerSizes,
  type StoredTable,
  setUnsettled,
  storedTables,
} from '../store/name-table-queries.ts';
import { keysOfNamedThings } from '../store/named-things-again.ts';
import { allPageKeys, readingsOf } from '../store/reading-queries.ts';
import type { SourceToWrite } from '../store/write-graph.ts';
import { reconcileAgain, reconcileConferencesAgain } from './apply-batch.ts';
import { settleDescriptions } from './described-things.ts';
import { loaderFor, NamesLoader } from './load-names.ts';
import { writeNamedAsMeant } from './named-as-meant.ts';

type Reader = Pick<GraphStore, 'run'>;

/** What a change of tables of names did to the graph. */
export interface Settled {
  /** Listings whose names mean something else than before. */
  readonly listingCount: number;
  /** Papers that were reconciled again. */
  readonly paperCount: number;
  /** The work was stopped before it was done; `finishSettling` does the rest. */
  readonly isStopped: boolean;
}

export const nothingSettled: Settled = { listingCount: 0, paperCount: 0, isStopped: false };

/** The counts as a summary of an import of names has them. */
export function settledCounts({ listingCount, paperCount, isStopped }: Settled) {
  return { changedListingCount: listingCount, paperCount, isStopped };
}

/** Pages whose listings are read at once. */
const pagesAtOnce = 50;
/** Listings that are reconciled, and named things that are written, in one transaction. */
const batchCount = 500;
/** Series that are looked at at once. */
const conferencesAtOnce = 100;

/**
 * Reads every listing with the tables of names as they are now, and reconciles those again that say something else than
 * before; then writes institutions and conferences again whose facts changed. Interrupted, it has done whole
 * transactions, and `finishSettling` does the rest.
 *
 * @param source - on whose behalf; it is written where the graph has pages of it
 * @param signal - stops the work before the next transaction
 */
export async function settleNamesAgain(
  store: GraphStore,
  source: SourceToWrite,
  signal?: AbortSignal,
): Promise<Settled> {
  const paperKeys = new Set<string>();
  let listingCount = 0;
  const reconcile = async (listings: readonly Listing[]) => {
    listingCount += listings.length;
    for (const { key } of await reconcileAgain(store, source, listings)) paperKeys.add(key);
  };
  let batch: Listing[] = [];
  for await (const listing of listingsReadOtherwise(store)) {
    batch.push(listing);
    if (batch.length < batchCount) continue;
    if (signal?.aborted) break;
    await reconcile(batch);
    batch = [];
  }
  if (batch.length > 0 && !signal?.aborted) await reconcile(batch);
  await settleListedConferences(store, signal);
  await settleDescriptions(store, { source, pages: [], gonePageKeys: [], descriptions: [], signal });
  await writeNamedThings(store, signal);
  if (signal?.aborted) return { listingCount, paperCount: paperKeys.size, isStopped: true };
  await store.write((transaction) => setUnsettled(transaction, false));
  await forgetLeftRegisters(store);
  return { listingCount, paperCount: paperKeys.size, isStopped: false };
}

/** Completes what an interrupted change of tables left, if one did. Every command that changes a graph begins with it. */
export async function finishSettling(store: GraphStore, source: SourceToWrite, signal?: AbortSignal): Promise<Settled> {
  return (await isUnsettled(store)) ? settleNamesAgain(store, source, signal) : nothingSettled;
}

/** Removes organisations of no table: those of tables that went or were replaced, and of imports that did not end. */
export async function forgetLeftRegisters(store: GraphStore): Promise<void> {
  const registers = (await registerSizes(store)).map(({ register }) => register);
  const live = new Set((await storedTables(store)).map(({ register }) => register));
  await forgetRegisters(
    store,
    registers.filter((register) => !live.has(register)),
  );
}

/** How many listings would say something else with other tables than the graph has. */
export async function countReadOtherwise(reader: Reader, tables: readonly StoredTable[]): Promise<number> {
  let count = 0;
  for await (const _ of listingsReadOtherwise(reader, tables)) count += 1;
  return count;
}

async function* listingsReadOtherwise(reader: Reader, tables?: readonly StoredTable[]): AsyncGenerator<Listing> {
  const loader = tables ? new NamesLoader(reader, tables) : await loaderFor(reader);
  const pageKeys = await allPageKeys(reader);
  for (let start = 0; start < pageKeys.length; start += pagesAtOnce) {
    const stored = await readingsOf(reader, pageKeys.slice(start, start + pagesAtOnce));
    const names = await loader.forListings(stored.map(({ listing }) => listing));
    for (const { listing, reading } of stored) if (readingOf(listing, names) !== reading) yield listing;
  }
}

/** Series that listings are about follow from these too, and are reconciled where their names mean otherwise. */
async function settleListedConferences(store: GraphStore, signal: AbortSignal | undefined): Promise<void> {
  const all = await listedConferenceKeys(store);
  for (let start = 0; start < all.length && !signal?.aborted; start += conferencesAtOnce) {
    const keys = all.slice(start, start + conferencesAtOnce);
    if (await meansOtherwise(store, keys)) await reconcileConferencesAgain(store, keys);
  }
}

async function meansOtherwise(reader: Reader, keys: readonly string[]): Promise<boolean> {
  const names = await (await loaderFor(reader)).forListings([]);
  const stored = await storedConferences(reader, keys);
  const listings = await listingsOfConferences(reader, keys);
  const isOther = stored.some(({ key, aliases, acronym }) => {
    const facts = names.conferenceByKey(key);
    return facts !== undefined && JSON.stringify([acronym, aliases]) !== JSON.stringify([facts.acronym, facts.aliases]);
  });
  return isOther || listings.some((listing) => !seriesKeysOf(listing, names).some((key) => keys.includes(key)));
}

async function writeNamedThings(store: GraphStore, signal: AbortSignal | undefined): Promise<void> {
  const listed = new Set(await listedConferenceKeys(store));
  const all = (await keysOfNamedThings(store)).filter(({ label, key }) => label !== 'Conference' || !listed.has(key));
  for (let start = 0; start < all.length && !signal?.aborted; start += batchCount) {
    const batch = all.slice(start, start + batchCount);
    await store.write((transaction) => writeNamedAsMeant(transaction, batch));
  }
}
