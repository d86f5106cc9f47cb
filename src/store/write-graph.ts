import { createHash } from 'node:crypto';
import type { CanonicalGraph, Conference, Institution, Listing } from '../model/graph.ts';
import { addressKey } from '../model/paper-ids.ts';
import type { Problem } from '../model/problem.ts';
import { collapse, fold, foldHeading } from '../model/text.ts';
import { forgetUnused, type Lost } from './forget-unused.ts';
import { retiredKey } from './former-keys.ts';
import type { GraphTransaction } from './graph-store.ts';
import { settleNames } from './settle-names.ts';
import { nameOrderKeys, namesFolded, orderKeys, searchText } from './stored-text.ts';
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
  /** The graph has the page already. */
  readonly isStored: boolean;
  /** What the page alone shows. */
  readonly problems: readonly Problem[];
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
  readonly removedListingKeys: readonly string[];
  /** Listings in the store that were looked at again. */
  readonly formerListingKeys: ReadonlySet<string>;
  /** Papers in the store whose listings were looked at again. */
  readonly formerPaperKeys: readonly string[];
  /** Former papers whose listings are now of another paper: their keys keep resolving. */
  readonly successors: ReadonlyMap<string, string>;
  readonly graph: CanonicalGraph;
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
  await writePapers(ahead, graph);
  await writeListings(ahead, change);
  await writeRetiredKeys(ahead, change.successors, withdrawn.retired);
  await writeProblems(ahead, change);
  await done();
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
}

const nothingWithdrawn: Withdrawn = { references: [], identifierKeys: [], retired: [] };

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
  const retired = await transaction.run(queries.retiredKeys, { paperKeys: [...successors.keys()] });
  const kept = new Set(graph.papers.map((paper) => paper.key));
  await transaction.run(queries.forgetPaperProblems, { keys });
  await transaction.run(queries.clearPaperIdentifiers, { keys });
  await transaction.run(queries.clearPapers, { keys: keys.filter((key) => kept.has(key)) });
  await transaction.run(queries.forgetPapers, { keys: keys.filter((key) => !kept.has(key)) });
  await transaction.run(queries.forgetListings, { keys: removedListingKeys });
  await transaction.run(queries.clearListings, {
    keys: graph.papers.flatMap((paper) => paper.listingKeys).filter((key) => formerListingKeys.has(key)),
  });
  await transaction.run(queries.forgetPageProblems, { keys: [...removedPageKeys, ...storedPageKeys] });
  await transaction.run(queries.forgetPages, { keys: removedPageKeys });
  return { ...outdated, references: [...neighbours, ...outdated.references], retired };
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
    rows: pages.map(({ key, path, url, title, hash, lookedUp }) => ({
      key,
      properties: { key, path, url, title, hash, lookedUp },
    })),
  });
  await transaction.run(queries.pagesInSources, {
    rows: pages.map(({ key, sourceKey }) => ({ pageKey: key, sourceKey })),
  });
}

/** Writes named things, their relationships among each other, and the names that find them. */
export async function writeNamed(transaction: GraphTransaction, graph: CanonicalGraph): Promise<void> {
  const { institutions, conferences, editions, topics } = graph;
  await transaction.run(queries.institutions, {
    rows: institutions.map((institution) => ({ key: institution.key, properties: institutionProperties(institution) })),
  });
  await transaction.run(queries.institutionParents, {
    rows: institutions.flatMap(({ key, parents }) =>
      parents.map((parent) => ({ institutionKey: key, parentKey: parent.key, kind: parent.kind })),
    ),
  });
  await transaction.run(queries.countsUnder, {
    rows: institutions.map(({ key, countsUnderKey }) => ({ institutionKey: key, parentKey: countsUnderKey })),
  });
  const conferenceRows = (isKnown: boolean) =>
    conferences
      .filter((each) => each.isKnown === isKnown)
      .map((each) => ({ key: each.key, properties: conferenceProperties(each) }));
  await transaction.run(queries.knownConferences, { rows: conferenceRows(true) });
  await transaction.run(queries.unlistedConferences, { rows: conferenceRows(false) });
  await transaction.run(queries.conferenceParents, {
    rows: conferences.flatMap(({ key, parentKey }) => (parentKey === null ? [] : [{ conferenceKey: key, parentKey }])),
  });
  await transaction.run(queries.editions, {
    rows: editions.map(({ key, year }) => ({ key, properties: { key, year } })),
  });
  await transaction.run(queries.editionsOfConferences, {
    rows: editions.map(({ key, conferenceKey }) => ({ editionKey: key, conferenceKey })),
  });
  await transaction.run(queries.topics, {
    rows: topics.map(({ broaderKey: _, ...properties }) => ({
      key: properties.key,
      properties: { ...properties, nameFolded: foldHeading(properties.name), ...nameOrderKeys(properties) },
    })),
  });
  await transaction.run(queries.broaderTopics, {
    rows: topics.flatMap(({ key, broaderKey }) => (broaderKey === null ? [] : [{ topicKey: key, broaderKey }])),
  });
  await writeNames(transaction, graph);
}

/** The properties that an institution's node has. */
export function institutionProperties({ parents: _, countsUnderKey: __, ...properties }: Institution) {
  return {
    ...properties,
    namesFolded: namesFolded([properties.name, ...properties.aliases]),
    ...nameOrderKeys(properties),
  };
}

/** The properties that a conference's node has. */
export function conferenceProperties({ parentKey: _, ...properties }: Conference) {
  return {
    ...properties,
    namesFolded: namesFolded([properties.acronym, properties.name ?? '', ...properties.aliases]),
    ...nameOrderKeys({ key: properties.key, name: properties.acronym }),
  };
}

/** Which names, folded, find an institution. */
export function institutionIdentifiers({ key, name, aliases }: Institution): readonly IdentifierRow[] {
  return named('institution', key, [name, ...aliases]);
}

/** Which names, folded, find a conference. */
export function conferenceIdentifiers({ key, acronym, name, aliases }: Conference): readonly IdentifierRow[] {
  return named('conference', key, [acronym, ...(name === null ? [] : [name]), ...aliases]);
}

/** Every name and alias, folded, finds its node. */
async function writeNames(transaction: GraphTransaction, graph: CanonicalGraph): Promise<void> {
  const institutions = graph.institutions.flatMap(institutionIdentifiers);
  const conferences = graph.conferences.flatMap(conferenceIdentifiers);
  const topics = graph.topics.flatMap(({ key, name }) => named('topic', key, [name], foldHeading));
  await writeIdentifiers(transaction, [...institutions, ...conferences, ...topics]);
  await transaction.run(queries.identifiersOfInstitutions, { rows: institutions });
  await transaction.run(queries.identifiersOfConferences, { rows: conferences });
  await transaction.run(queries.identifiersOfTopics, { rows: topics });
}

interface IdentifierRow {
  readonly identifierKey: string;
  readonly key: string;
}

function named(kind: string, key: string, names: readonly string[], folded = fold): readonly IdentifierRow[] {
  return [...new Set(names.map((name) => folded(name)))]
    .filter((name) => name !== '')
    .map((name) => ({ identifierKey: `${kind}:${name}`, key }));
}

/** The nodes of some identifiers; what each means is written apart. */
export async function writeIdentifiers(transaction: GraphTransaction, rows: readonly IdentifierRow[]): Promise<void> {
  const keys = [...new Set(rows.map(({ identifierKey }) => identifierKey))];
  await transaction.run(queries.identifiers, { rows: keys.map((key) => ({ key, properties: { key } })) });
}

async function writePapers(transaction: GraphTransaction, { papers }: CanonicalGraph): Promise<void> {
  await transaction.run(queries.papers, {
    rows: papers.map((paper) => ({
      key: paper.key,
      properties: {
        key: paper.key,
        title: paper.title,
        shortName: paper.shortName,
        year: paper.year,
        type: paper.type,
        doi: paper.doi,
        arxivId: paper.arxivId,
        titleKey: paper.titleKey,
        nameKey: paper.nameKey,
        awards: paper.awards,
        track: paper.track,
        affiliationsIncomplete: paper.affiliationsIncomplete,
        titleFolded: fold(paper.title),
        searchText: searchText(paper.text),
        ...orderKeys(paper),
      },
    })),
  });
  await transaction.run(queries.affiliations, {
    rows: papers.flatMap(({ key, affiliations }) => affiliations.map((each) => ({ paperKey: key, ...each }))),
  });
  await transaction.run(queries.publications, {
    rows: papers.flatMap(({ key, publications }) =>
      publications.map(({ editionKey: _, ...each }) => ({ paperKey: key, ...each })),
    ),
  });
  await transaction.run(queries.appearances, {
    rows: papers.flatMap(({ key, publications }) =>
      publications.flatMap(({ editionKey }) => (editionKey === null ? [] : [{ paperKey: key, editionKey }])),
    ),
  });
  await transaction.run(queries.paperTopics, {
    rows: papers.flatMap(({ key, topics }) => topics.map((topic) => ({ paperKey: key, ...topic }))),
  });
  await writeLinks(transaction, papers);
  const identifiers = papers.flatMap(({ key, identifiers }) =>
    identifiers.map((identifierKey) => ({ identifierKey, key })),
  );
  await writeIdentifiers(transaction, identifiers);
  await transaction.run(queries.identifiersOfPapers, { rows: identifiers });
}

async function writeLinks(transaction: GraphTransaction, papers: CanonicalGraph['papers']): Promise<void> {
  const links = papers.flatMap((paper) => paper.links.map((link) => ({ paperKey: paper.key, ...link })));
  const nodes = new Map(links.map(({ linkKey, url }) => [linkKey, url]));
  await transaction.run(queries.links, {
    rows: [...nodes].map(([key, url]) => ({ key, properties: { key, url, addressKey: addressKey(url) } })),
  });
  await transaction.run(queries.paperLinks, { rows: links.map(({ url: _, ...row }) => row) });
}

async function writeListings(transaction: GraphTransaction, { listings, readings, graph }: GraphChange): Promise<void> {
  await transaction.run(queries.listings, {
    rows: listings.map(({ key, sourceKey, record }) => ({
      key,
      properties: {
        key,
        sourceKey,
        line: record.position.line,
        record: JSON.stringify(record),
        reading: readings.get(key) ?? null,
        // Beside the record, so that a statement finds the lines that state a fact.
        institutions: record.institutions.map(collapse),
        links: record.links.map(({ url }) => url),
      },
    })),
  });
  await transaction.run(queries.listingsOnPages, {
    rows: listings.map(({ key, pageKey }) => ({ listingKey: key, pageKey })),
  });
  await transaction.run(queries.listingsOfPapers, {
    rows: graph.papers.flatMap(({ key, listingKeys }) =>
      listingKeys.map((listingKey) => ({ listingKey, paperKey: key })),
    ),
  });
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
