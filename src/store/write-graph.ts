import { createHash } from 'node:crypto';
import type { CanonicalGraph, Listing } from '../model/graph.ts';
import type { Problem } from '../model/problem.ts';
import { type DescribedId, writeDescribedIds } from './data-set-queries.ts';
import { forgetUnused, type Lost } from './forget-unused.ts';
import { retiredKey } from './former-keys.ts';
import type { GraphTransaction } from './graph-store.ts';
import { storedRecord } from './listing-record.ts';
import { type PaperRows, paperRows } from './paper-rows.ts';
import { settleNames } from './settle-names.ts';
import { citationsLost, writeCitations } from './write-citations.ts';
import { conferenceIdentifiers, institutionIdentifiers, writeIdentifiers, writeNamed } from './write-named-things.ts';
import { type KnownAuthors, writePapers } from './write-papers.ts';
import * as queries from './write-queries.ts';

export interface SourceToWrite {
  readonly key: string;
  readonly kind: string;
  readonly url: string | null;
  readonly revision: string | null;
  /** The folder that it was last read from, below the home folder as `~/…`. For commands of this machine: no field of the API shows it. */
  readonly root: string | null;
  readonly importedAt: string;
}

export interface PageToWrite {
  readonly key: string;
  readonly sourceKey: string;
  readonly path: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly hash: string;
  /** Paths that its links within the source may lead to. */
  readonly lookedUp: readonly string[];
  /** Of a data set's file: which revision of it is being read, and how many of its records are in the graph. */
  readonly progress?: { readonly revision: string; readonly recordCount: number };
  /** The graph has the page already. */
  readonly isStored: boolean;
  /** What the page alone shows. */
  readonly problems: readonly Problem[];
}

/** What a record of a data set is known by. */
export interface RecordState {
  /** Of what it says. */
  readonly hash: string;
  /** Of the file that states it. */
  readonly revision: string;
  /** The record as it is stored, where that was made with the reading. */
  readonly stored?: string;
}

/** One batch: what now holds of the papers that it touches, and what of the sources it takes in or withdraws. */
export interface GraphChange {
  readonly source: SourceToWrite;
  readonly pages: readonly PageToWrite[];
  readonly removedPageKeys: readonly string[];
  /** Listings that are new or state something else than before. */
  readonly listings: readonly Listing[];
  /** What the names in each of `listings` mean, as a hash; see `readingOf`. */
  readonly readings: ReadonlyMap<string, string>;
  /** The institutions that each of `listings` names, as it writes them. */
  readonly spellings: ReadonlyMap<string, readonly string[]>;
  readonly removedListingKeys: readonly string[];
  /** Listings in the store that were looked at again. */
  readonly formerListingKeys: ReadonlySet<string>;
  /** Papers in the store whose listings were looked at again. */
  readonly formerPaperKeys: readonly string[];
  /** Former papers whose listings are now of another paper: their keys keep resolving. */
  readonly successors: ReadonlyMap<string, string>;
  readonly graph: CanonicalGraph;
  /** What ids of data sets mean, of those that the batch's records name. */
  readonly describedIds: readonly DescribedId[];
  /** The rows of the graph's papers, where they were made before. */
  readonly paperRows?: PaperRows | undefined;
  readonly knownAuthors?: KnownAuthors | undefined;
  /** Of those of `listings` that are records of data sets: what they are known by. */
  readonly recordStates?: ReadonlyMap<string, RecordState>;
}

/**
 * Writes one batch: first withdraws what former papers and older tables of names stated, then nodes, then relationships,
 * then what nothing refers to goes.
 */
export async function writeGraph(transaction: GraphTransaction, change: GraphChange): Promise<void> {
  const { graph } = change;
  const withdrawn = transaction.isFirst ? nothingWithdrawn : await withdraw(transaction, change);
  const { ahead, done } = sendingAhead(transaction);
  await writeSources(ahead, change);
  await writeNamed(ahead, graph);
  await writeDescribedIds(ahead, change.describedIds);
  await writePapers(ahead, change.paperRows ?? paperRows(graph.papers), {
    formerKeys: change.formerPaperKeys,
    known: change.knownAuthors,
  });
  await writeListings(ahead, change);
  await writeRetiredKeys(ahead, change.successors, withdrawn.retired);
  await writeProblems(ahead, change);
  await done();
  await writeCitations(transaction, graph.papers, withdrawn.citations);
  // What follows compares with what the store held before.
  if (transaction.isFirst) return;
  await transaction.run(queries.closeMatches, { keys: graph.topics.map(({ key }) => key) });
  await forgetUnused(transaction, withdrawn);
  await settleNames(transaction, graph, withdrawn.references);
  // One that no page is of any more; a batch with pages of its own keeps its source.
  if (change.pages.length === 0 || change.removedPageKeys.length > 0)
    await transaction.run(queries.forgetSources, { keys: [change.source.key] });
}

/** What the withdrawing leaves behind: nodes that lost a reference, names that lost a node, and retired keys of papers that go. */
interface Withdrawn extends Lost {
  readonly retired: readonly { readonly paperKey: string; readonly identifierKey: string }[];
  readonly citations: Awaited<ReturnType<typeof citationsLost>>;
}

const nothingWithdrawn: Withdrawn = { references: [], identifierKeys: [], retired: [], citations: [] };

/**
 * A transaction for statements that return nothing: it does not wait for one before it sends the next, so that rows are
 * made ready while the engine works. `done` waits for all, and rejects where one failed.
 */
function sendingAhead(transaction: GraphTransaction): { ahead: GraphTransaction; done: () => Promise<void> } {
  const sent: Promise<unknown>[] = [];
  return {
    ahead: {
      isFirst: transaction.isFirst,
      run: (query, params) => {
        const result = transaction.run(query, params);
        result.catch(() => {}); // `done` gives it
        sent.push(result);
        return Promise.resolve([]);
      },
    },
    done: async () => {
      await Promise.all(sent);
    },
  };
}

async function withdraw(transaction: GraphTransaction, change: GraphChange): Promise<Withdrawn> {
  const {
    formerPaperKeys: keys,
    formerListingKeys,
    removedListingKeys,
    removedPageKeys,
    pages,
    graph,
    successors,
  } = change;
  const storedPageKeys = pages.filter(({ isStored }) => isStored).map(({ key }) => key);
  const outdated = await clearNamed(transaction, graph);
  const neighbours = await transaction.run(queries.paperNeighbours, { keys });
  const authors = await transaction.run(queries.authorsOfPapers, { keys });
  const retired = await transaction.run(queries.retiredKeys, { paperKeys: [...successors.keys()] });
  const kept = new Set(graph.papers.map((paper) => paper.key));
  await transaction.run(queries.forgetPaperProblems, { keys });
  await transaction.run(queries.clearPaperIdentifiers, { keys });
  await transaction.run(queries.clearPapers, { keys: keys.filter((key) => kept.has(key)) });
  await transaction.run(queries.clearAuthorships, { keys: keys.filter((key) => kept.has(key)) });
  const forgotten = keys.filter((key) => !kept.has(key));
  const citations = await citationsLost(transaction, forgotten);
  await transaction.run(queries.forgetPapers, { keys: forgotten });
  await transaction.run(queries.forgetListings, { keys: removedListingKeys });
  await transaction.run(queries.clearListings, {
    keys: graph.papers.flatMap((paper) => paper.listingKeys).filter((key) => formerListingKeys.has(key)),
  });
  await transaction.run(queries.forgetPageProblems, { keys: [...removedPageKeys, ...storedPageKeys] });
  await transaction.run(queries.forgetPages, { keys: removedPageKeys });
  const openReferences = neighbours.filter(({ label }) => label === 'Identifier').map(({ key }) => key);
  return {
    references: [...neighbours, ...authors.map(({ key }) => ({ label: 'Author', key })), ...outdated.references],
    identifierKeys: [...outdated.identifierKeys, ...openReferences],
    retired,
    citations,
  };
}

const identifierKey = (row: { readonly identifierKey: string }) => row.identifierKey;

/**
 * What an older program's tables gave for the batch's institutions and conferences, and this one's do not: parents and
 * names.
 */
async function clearNamed(transaction: GraphTransaction, { institutions, conferences }: CanonicalGraph): Promise<Lost> {
  const institutionParents = await transaction.run(queries.clearInstitutionParents, {
    rows: institutions.map(({ key, parents }) => ({ key, parentKeys: parents.map((parent) => parent.key) })),
  });
  await transaction.run(queries.clearCountsUnder, {
    rows: institutions.map(({ key, countsUnderKey }) => ({ key, countsUnderKey })),
  });
  const conferenceParents = await transaction.run(queries.clearConferenceParents, {
    rows: conferences.map(({ key, parentKey }) => ({ key, parentKeys: parentKey === null ? [] : [parentKey] })),
  });
  const institutionNames = await transaction.run(queries.clearOutdatedInstitutionNames, {
    rows: institutions.map((each) => ({
      key: each.key,
      isKnown: each.isKnown,
      identifierKeys: institutionIdentifiers(each).map(identifierKey),
    })),
  });
  const conferenceNames = await transaction.run(queries.clearOutdatedConferenceNames, {
    rows: conferences.map((each) => ({
      key: each.key,
      isKnown: each.isKnown,
      identifierKeys: conferenceIdentifiers(each).map(identifierKey),
    })),
  });
  return {
    references: [
      ...institutionParents.map(({ parentKey }) => ({ label: 'Institution', key: parentKey })),
      ...conferenceParents.map(({ parentKey }) => ({ label: 'Conference', key: parentKey })),
    ],
    identifierKeys: [...institutionNames, ...conferenceNames].map(identifierKey),
  };
}

async function writeSources(transaction: GraphTransaction, { source, pages }: GraphChange): Promise<void> {
  const { key: sourceKey, kind, url: sourceUrl, revision, root, importedAt } = source;
  await transaction.run(queries.sources, {
    rows: [{ key: sourceKey, properties: { key: sourceKey, kind, url: sourceUrl, revision, root, importedAt } }],
  });
  await transaction.run(queries.pages, {
    rows: pages.map(({ key, path, url, title, hash, lookedUp, progress }) => ({
      key,
      properties: { key, path, url, title, hash, lookedUp, ...progress },
    })),
  });
  await transaction.run(queries.pagesInSources, {
    rows: pages.map(({ key, sourceKey }) => ({ pageKey: key, sourceKey })),
  });
}

async function writeListings(transaction: GraphTransaction, change: GraphChange): Promise<void> {
  const { listings, recordStates, formerListingKeys, graph } = change;
  const paperOf = new Map(graph.papers.flatMap(({ key, listingKeys }) => listingKeys.map((each) => [each, key])));
  // A record that the graph did not have needs no look at what was there.
  const newStates = new Map([...(recordStates ?? [])].filter(([key]) => !formerListingKeys.has(key)));
  await transaction.run(queries.recordListings, {
    rows: listings.flatMap((listing) => {
      const state = newStates.get(listing.key);
      const { key, pageKey } = listing;
      const paperKey = paperOf.get(key) ?? '';
      return state
        ? [{ pageKey, paperKey, ...ofListing(listing, change, state.stored), ...ofRecord(listing, state) }]
        : [];
    }),
  });
  const others = listings.filter(({ key }) => !newStates.has(key));
  await transaction.run(queries.listings, {
    rows: others.map((listing) => ({ key: listing.key, properties: listingProperties(listing, change) })),
  });
  await transaction.run(queries.listingsOnPages, {
    rows: others.map(({ key, pageKey }) => ({ listingKey: key, pageKey })),
  });
  await transaction.run(queries.listingsOfPapers, {
    rows: [...paperOf]
      .filter(([listingKey]) => !newStates.has(listingKey))
      .map(([listingKey, paperKey]) => ({ listingKey, paperKey })),
  });
}

function listingProperties(listing: Listing, change: GraphChange) {
  const state = change.recordStates?.get(listing.key);
  if (!state) {
    const links = listing.record.links.map(({ url }) => url);
    return { ...ofListing(listing, change), links, reading: change.readings.get(listing.key) ?? null };
  }
  const { links, ...known } = ofRecord(listing, state);
  return { ...ofListing(listing, change, state.stored), ...known, ...(links !== null && { links }) };
}

function ofListing({ key, sourceKey, record }: Listing, { spellings }: GraphChange, stored = storedRecord(record)) {
  return {
    key,
    sourceKey,
    line: record.position.line,
    record: stored,
    // Beside the record, so that a statement finds the lines that state a fact.
    institutions: spellings.get(key) ?? [],
  };
}

function ofRecord({ record: { links } }: Listing, { hash, revision }: RecordState) {
  return { hash, revision, links: links.length === 0 ? null : links.map(({ url }) => url) };
}

/** A paper that goes leaves its key, and those that it once had, to its successor. */
async function writeRetiredKeys(
  transaction: GraphTransaction,
  successors: GraphChange['successors'],
  retired: Withdrawn['retired'],
): Promise<void> {
  const own = [...successors].map(([former, key]) => ({ identifierKey: retiredKey(former), key }));
  await writeIdentifiers(transaction, own);
  const inherited = retired.flatMap(({ paperKey, identifierKey }) => {
    const key = successors.get(paperKey);
    return key === undefined ? [] : [{ identifierKey, key }];
  });
  await transaction.run(queries.identifiersOfPapers, { rows: [...own, ...inherited] });
}

async function writeProblems(transaction: GraphTransaction, { pages, graph }: GraphChange): Promise<void> {
  const ofPages = pages.flatMap((page) =>
    page.problems.map((problem) => ({ ...problemNode(page.key, problem), pageKey: page.key })),
  );
  const ofPapers = graph.papers.flatMap((paper) =>
    paper.problems.map(({ pageKey, problem }) => ({ ...problemNode(pageKey, problem), pageKey, paperKey: paper.key })),
  );
  const all = [...ofPages, ...ofPapers];
  await transaction.run(queries.problems, { rows: all.map(({ key, properties }) => ({ key, properties })) });
  await transaction.run(queries.problemsOnPages, {
    rows: all.map(({ key, pageKey }) => ({ problemKey: key, pageKey })),
  });
  await transaction.run(queries.problemsAboutPapers, {
    rows: ofPapers.map(({ key, paperKey }) => ({ problemKey: key, paperKey })),
  });
}

/** A problem on a page, with its key. */
export function problemNode(pageKey: string, { code, severity, message, suggestion, position, related }: Problem) {
  const said = JSON.stringify([pageKey, position.line, code, message]);
  const key = `${pageKey}#${createHash('sha256').update(said).digest('hex').slice(0, 16)}`;
  // Places in the order of pages and lines: one stored key that the pages of problems walk.
  const placeAscending = `${pageKey}|${String(position.line).padStart(9, '0')}|${key}`;
  const { line, path } = position;
  return {
    key,
    properties: {
      key,
      code,
      severity,
      message,
      suggestion,
      line,
      path,
      related: JSON.stringify(related),
      placeAscending,
    },
  };
}
