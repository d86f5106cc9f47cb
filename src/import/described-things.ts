import type { Described } from '../model/described.ts';
import type { Listing } from '../model/graph.ts';
import { type DescribedNames, noDescribedNames } from '../model/names/described-names.ts';
import { fold } from '../model/text.ts';
import { mergedDescriptions, settleDescribed } from '../reconcile/settle-described.ts';
import { statedByDataSets } from '../reconcile/stated-facts.ts';
import {
  conferencesIdentifiedBy,
  type DescribedId,
  forgetDescriptions,
  forgetIds,
  identifierOfId,
  institutionsIdentifiedBy,
  listingsNaming,
  listingsOfUnknown,
  type StatedDescription,
  storedDescriptions,
  writeDescribedIds,
  writeDescriptions,
} from '../store/data-set-queries.ts';
import type { GraphStore } from '../store/graph-store.ts';
import type { PageToWrite, SourceToWrite } from '../store/write-graph.ts';
import { reconcileAgain, takeIn } from './apply-batch.ts';
import { loaderFor } from './load-names.ts';
import { settleStated } from './stated-table.ts';

/** Descriptions that are written, and ids that are looked up, at once. */
const idsAtOnce = 5_000;
/** Listings that are reconciled in one transaction. */
const batchCount = 500;

/** What a data set describes as its files are now, to be settled with what others describe. */
export interface DescriptionsToSettle {
  readonly source: SourceToWrite;
  /** The files that state them, to be written before. */
  readonly pages: readonly PageToWrite[];
  readonly gonePageKeys: readonly string[];
  readonly descriptions: readonly StatedDescription[];
  /** The descriptions are in the graph already, each as its file states it, and what is given is merged of them. */
  readonly areWritten?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Settles which node each described thing is of, with all that other data sets describe and with the tables as they stand.
 * Papers at nodes that ids do not mean any more are reconciled again.
 */
export async function settleDescriptions(
  store: GraphStore,
  change: DescriptionsToSettle,
): Promise<SettledDescriptions> {
  const { pages, gonePageKeys, descriptions } = change;
  const restated = new Set([...pages.map(({ key }) => key), ...gonePageKeys]);
  const stored = await storedDescriptions(store);
  const others = stored.filter(({ pageKey }) => !restated.has(pageKey));
  const all = mergedDescriptions([...others, ...descriptions]);
  const loader = await loaderFor(store);
  const institutions = all.filter((each) => each.about === 'INSTITUTION');
  const described = settleDescribed(all, await loader.forDescribed(institutions));
  await writeAll(store, change, stored);
  await settleStated(store, statedByDataSets(all, described));
  await moveIds(store, change, described);
  const live = new Set(all.map(nameOfId));
  const gone = stored.filter((each) => restated.has(each.pageKey)).map((each) => each.described);
  return { described, gone: gone.filter((each) => !live.has(nameOfId(each))) };
}

/** What ids mean from now on, and the things that no data set describes any more. */
export interface SettledDescriptions {
  readonly described: DescribedNames;
  /** To be forgotten when the records that name them are withdrawn; see `forgetDescribed`. */
  readonly gone: readonly Described[];
}

function nameOfId({ about, id }: Described): string {
  return `${about} ${id}`;
}

/** Ids that nothing describes any more mean nothing; what lists state of their nodes is settled without them. */
export async function forgetDescribed(
  store: GraphStore,
  source: SourceToWrite,
  gone: readonly Described[],
): Promise<void> {
  const keys = gone.flatMap(({ about, id }) => (about === 'AUTHOR' ? [] : [identifierOfId(about, id)]));
  for (let start = 0; start < keys.length; start += idsAtOnce) {
    const some = keys.slice(start, start + idsAtOnce);
    const listings = await listingsNaming(store, some);
    await store.write((transaction) => forgetIds(transaction, some));
    await reconcileInBatches(store, source, listings, noDescribedNames);
  }
}

async function writeAll(
  store: GraphStore,
  { source, pages, descriptions, gonePageKeys, areWritten = false }: DescriptionsToSettle,
  stored: readonly StatedDescription[],
): Promise<void> {
  const nameOf = ({ pageKey, described: { about, id } }: StatedDescription) => JSON.stringify([pageKey, about, id]);
  const now = new Set(descriptions.map(nameOf));
  const restated = new Set([...pages.map(({ key }) => key), ...gonePageKeys]);
  const gone = stored.filter((each) => restated.has(each.pageKey) && !now.has(nameOf(each)));
  const batch = { source, pages, listings: [], conferenceListings: [], removedPageKeys: [] };
  if (pages.length > 0 || gone.length > 0)
    await store.write(async (transaction) => {
      if (pages.length > 0) await takeIn(transaction, batch, { storedListingKeys: [], removedListingKeys: [] });
      await forgetDescriptions(transaction, gone);
    });
  if (!areWritten) await writeInBatches(store, descriptions);
}

/** Writes what files describe; their pages are there already. */
export async function writeInBatches(store: GraphStore, descriptions: readonly StatedDescription[]): Promise<void> {
  for (let start = 0; start < descriptions.length; start += idsAtOnce) {
    await store.write((transaction) => writeDescriptions(transaction, descriptions.slice(start, start + idsAtOnce)));
  }
}

/** An id that means another node than before takes its papers along; the id itself goes last, so that the work can be finished later. */
async function moveIds(
  store: GraphStore,
  { source, signal }: DescriptionsToSettle,
  described: DescribedNames,
): Promise<void> {
  for (const moved of await movedIds(store, described)) {
    if (signal?.aborted) return;
    const identifier = identifierOfId(moved.about, moved.id);
    await reconcileInBatches(store, source, await listingsNaming(store, [identifier]), described);
    await store.write((transaction) => writeDescribedIds(transaction, [moved]));
  }
}

async function movedIds(store: GraphStore, described: DescribedNames): Promise<readonly DescribedId[]> {
  const institutions = await movedAmong(store, 'INSTITUTION', described.institutions, institutionsIdentifiedBy);
  const conferences = await movedAmong(store, 'CONFERENCE', described.conferences, conferencesIdentifiedBy);
  return [...institutions, ...conferences];
}

async function movedAmong<F extends { readonly key: string }>(
  store: GraphStore,
  about: 'INSTITUTION' | 'CONFERENCE',
  now: ReadonlyMap<string, { readonly statedAs: string; readonly facts: F }>,
  identifiedBy: typeof institutionsIdentifiedBy | typeof conferencesIdentifiedBy,
): Promise<readonly DescribedId[]> {
  const all = [...now];
  const moved: DescribedId[] = [];
  for (let start = 0; start < all.length; start += idsAtOnce) {
    const some = new Map(
      all
        .slice(start, start + idsAtOnce)
        .map(([id, { statedAs, facts }]) => [identifierOfId(about, id), { about, id, key: facts.key, statedAs }]),
    );
    for (const { identifierKey, facts } of await identifiedBy(store, [...some.keys()])) {
      const id = some.get(identifierKey);
      if (id && id.key !== facts.key) moved.push(id);
    }
  }
  return moved;
}

/**
 * Rows of lists that name what a data set describes, and that no table knows, lead to the described nodes from now on; until
 * now each had a node of its own.
 */
export async function joinListedNames(
  store: GraphStore,
  source: SourceToWrite,
  described: DescribedNames,
): Promise<void> {
  const institutions = [...described.institutions.values()].flatMap(({ facts: { name, aliases } }) =>
    [name, ...aliases].map((each) => `institution:${fold(each)}`),
  );
  const conferences = [...described.conferences.values()].flatMap(({ facts: { acronym, name, aliases } }) =>
    [acronym, ...(name === null ? [] : [name]), ...aliases].map((each) => `conference:${fold(each)}`),
  );
  const all = [...new Set([...institutions, ...conferences])];
  for (let start = 0; start < all.length; start += idsAtOnce) {
    const listings = await listingsOfUnknown(store, all.slice(start, start + idsAtOnce));
    await reconcileInBatches(store, source, listings, described);
  }
}

async function reconcileInBatches(
  store: GraphStore,
  source: SourceToWrite,
  listings: readonly Listing[],
  described: DescribedNames,
): Promise<void> {
  for (let start = 0; start < listings.length; start += batchCount) {
    await reconcileAgain(store, source, listings.slice(start, start + batchCount), described);
  }
}
