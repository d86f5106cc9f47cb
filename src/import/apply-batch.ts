import type { CanonicalGraph, ConferenceListing, Listing, Paper } from '../model/graph.ts';
import type { DescribedNames } from '../model/names/described-names.ts';
import type { Names } from '../model/names/names.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceRecord } from '../model/source-record.ts';
import { readingOf } from '../reconcile/listing-reading.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import { institutionsStatedIn } from '../reconcile/stated-institutions.ts';
import { listingsOfConferences } from '../store/conference-listings.ts';
import type { GraphStore, GraphTransaction } from '../store/graph-store.ts';
import { storedTables } from '../store/name-table-queries.ts';
import type { PaperRows } from '../store/paper-rows.ts';
import { storedListingKeys } from '../store/source-queries.ts';
import { withdrawConferences, writeConferences } from '../store/write-conferences.ts';
import { type GraphChange, type PageToWrite, type SourceToWrite, writeGraph } from '../store/write-graph.ts';
import { type Component, componentOf, type FormerListings } from './component.ts';
import { conferenceChangeOf } from './conference-component.ts';
import { describedIdsIn, namesWithDescribed } from './described-names.ts';
import { loaderFor, NamesLoader } from './load-names.ts';
import { isStillRight, type PreparedBatch } from './prepared-batch.ts';
import type { WrittenThings } from './written-things.ts';

/** Pages of one source that changed or are gone, with all that the changed ones state now. */
export interface Batch {
  readonly source: SourceToWrite;
  readonly pages: readonly PageToWrite[];
  /** Pages that cannot be read now: their listings stand, and a problem says why. */
  readonly unreadPages?: readonly PageToWrite[];
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
  return store.write(async (transaction) => {
    const { addedListingCount, ...former } = await compareBatch(transaction, batch);
    const { papers, conferenceProblems } = await takeIn(transaction, batch, former);
    return {
      addedListingCount,
      removedListingCount: former.removedListingKeys.length,
      papers,
      conferenceProblems,
    };
  });
}

/** Adds pages and listings to the graph, and withdraws nothing; those that are there already stay or say what is given. */
export function addListings(
  store: GraphStore,
  added: Pick<Batch, 'source' | 'pages' | 'listings' | 'conferenceListings'>,
  context: BatchContext = {},
): Promise<Pick<BatchResult, 'papers' | 'conferenceProblems'>> {
  const former = { storedListingKeys: added.listings.map(({ key }) => key), removedListingKeys: [] };
  return store.write((transaction) => takeIn(transaction, { ...added, removedPageKeys: [] }, former, context));
}

/** Reconciles listings of the graph again, which say something else since tables of names changed. */
export async function reconcileAgain(
  store: GraphStore,
  source: SourceToWrite,
  listings: readonly Listing[],
  described?: DescribedNames,
): Promise<readonly Paper[]> {
  const batch = { source, pages: [], listings, conferenceListings: [], removedPageKeys: [] };
  const former = { storedListingKeys: listings.map(({ key }) => key), removedListingKeys: [] };
  return store.write(
    async (transaction) => (await takeIn(transaction, batch, former, described ? { described } : {})).papers,
  );
}

/** Reconciles series again that listings are about, where tables of names say otherwise what these mean. */
export function reconcileConferencesAgain(store: GraphStore, conferenceKeys: readonly string[]): Promise<void> {
  return store.write(async (transaction) => {
    const names = await (await loaderFor(transaction)).forListings([]);
    const listings = await listingsOfConferences(transaction, conferenceKeys);
    const change = await conferenceChangeOf(transaction, listings, [], names);
    await withdrawConferences(transaction, change);
    await writeConferences(transaction, change);
  });
}

/** What is known of a batch beside the batch itself. */
export interface BatchContext {
  /** What ids of its data set mean. */
  readonly described?: DescribedNames;
  /** Named things that the graph has as they are, which need not be written again. */
  readonly written?: WrittenThings;
  readonly recordStates?: GraphChange['recordStates'];
  /** What the listings come to by themselves, where that was worked out before. */
  readonly prepared?: PreparedBatch | null;
}

/** Takes a batch in within a transaction, where what it takes the place of is known. */
export async function takeIn(
  transaction: GraphTransaction,
  { source, pages, unreadPages = [], listings, conferenceListings, removedPageKeys }: Batch,
  former: FormerListings,
  { described, written, recordStates, prepared = null }: BatchContext = {},
): Promise<Pick<BatchResult, 'papers' | 'conferenceProblems'> & { readonly formerPaperCount: number }> {
  const { removedListingKeys } = former;
  const { component, names, graph, rows } = await reconciled(transaction, listings, former, { described, prepared });
  const conferences = await conferenceChangeOf(transaction, conferenceListings, removedListingKeys, names);
  await withdrawConferences(transaction, conferences);
  const ids = describedIdsIn(component.listings, names);
  await writeGraph(transaction, {
    source,
    pages: [...pages, ...unreadPages],
    removedPageKeys,
    // A data set's listing is as its file states it, and what its ids mean is written apart.
    listings: listings.filter((listing) => isOfList(listing) || recordStates?.has(listing.key)),
    // A record names things by id, and what an id means is settled apart.
    readings: new Map(listings.filter(isOfList).map((listing) => [listing.key, readingOf(listing, names)])),
    spellings: new Map(listings.map(({ key, record }) => [key, spellingsIn(record, names)])),
    removedListingKeys,
    formerListingKeys: new Set(component.formerPaperOf.keys()),
    formerPaperKeys: component.formerPaperKeys,
    successors: successorsOf(component, graph),
    graph: written ? written.withoutNamed(graph) : graph,
    paperRows: rows,
    describedIds: written ? written.withoutIds(ids) : ids,
    knownAuthors: written,
    ...(recordStates && { recordStates }),
  });
  await writeConferences(transaction, conferences);
  return {
    papers: graph.papers,
    conferenceProblems: conferences.listed.problems.map(({ problem }) => problem),
    formerPaperCount: component.formerPaperKeys.length,
  };
}

interface Reconciled {
  readonly component: Component;
  readonly names: Names;
  readonly graph: CanonicalGraph;
  /** Of the graph's papers, where they were made before. */
  readonly rows: PaperRows | undefined;
}

/** What must be looked at again for some listings, and what it comes to. */
async function reconciled(
  transaction: GraphTransaction,
  listings: readonly Listing[],
  former: FormerListings,
  { described, prepared }: { readonly described: DescribedNames | undefined; readonly prepared: PreparedBatch | null },
): Promise<Reconciled> {
  const tables = await storedTables(transaction);
  const loader = new NamesLoader(transaction, tables);
  // Which listings belong together depends on places of publication, not on institutions.
  const places = await namesWithDescribed(transaction, await loader.forListings([]), listings, described);
  const component = await componentOf(transaction, listings, former, places);
  const stated = await loader.forListings(component.listings);
  const names = await namesWithDescribed(transaction, stated, component.listings, described);
  const isPrepared = prepared !== null && isStillRight(prepared, component, tables);
  if (isPrepared) return { component, names, graph: prepared.graph, rows: prepared.graph.rows };
  return { component, names, graph: reconcile(component.listings, names), rows: undefined };
}

function isOfList({ record }: Listing): boolean {
  return record.recordId === undefined;
}

function spellingsIn(record: SourceRecord, names: Names): readonly string[] {
  return institutionsStatedIn(record, names).map(({ statedAs }) => statedAs);
}

/** What a batch would change, compared with what the graph holds. */
export async function compareBatch(
  reader: Pick<GraphStore, 'run'> & Partial<Pick<GraphTransaction, 'isFirst'>>,
  { pages, listings, conferenceListings, removedPageKeys }: Batch,
): Promise<FormerListings & { readonly addedListingCount: number }> {
  const pageKeys = [...pages.map(({ key }) => key), ...removedPageKeys];
  const before = reader.isFirst ? new Set<string>() : await storedListingKeys(reader, pageKeys);
  const now = new Set([...listings, ...conferenceListings].map(({ key }) => key));
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
