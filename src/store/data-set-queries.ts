import type { Described } from '../model/described.ts';
import type { Listing } from '../model/graph.ts';
import type { ConferenceFacts, InstitutionFacts } from '../model/names/facts.ts';
import { conferenceKinds, institutionKinds } from '../model/names/facts.ts';
import { defineQuery } from './define-query.ts';
import type { GraphStore, GraphTransaction } from './graph-store.ts';
import { parsePaperRecord } from './listing-record.ts';
import { anything, int, list, optional, record, type TypedShape, text, word } from './values.ts';

/** What the graph holds of data sets beside papers: descriptions, what their ids mean, and how far their files were read. */

type Reader = Pick<GraphStore, 'run'>;
const texts = list(text);

const writeDescriptionsQuery = defineQuery('data-set/write-descriptions', {
  params: { rows: list(record({ key: text, pageKey: text, properties: anything })) },
  row: {},
});
const forgetDescriptionsQuery = defineQuery('data-set/forget-descriptions', { params: { keys: texts }, row: {} });
const descriptionsQuery = defineQuery('data-set/descriptions', {
  params: {},
  row: { key: text, pageKey: text, record: text },
});

/** A description and the page that states it. */
export interface StatedDescription {
  readonly pageKey: string;
  readonly described: Described;
}

/** Everything that data sets describe, in the order of pages and ids. */
export async function storedDescriptions(reader: Reader): Promise<readonly StatedDescription[]> {
  const rows = await reader.run(descriptionsQuery, {});
  // Only `writeDescriptions` stores one.
  return rows.map(({ pageKey, record: stated }) => ({ pageKey, described: JSON.parse(stated) as Described }));
}

const descriptionsOfPagesQuery = defineQuery('data-set/descriptions-of-pages', {
  params: { pageKeys: texts },
  row: { pageKey: text, record: text },
});

/** What these pages describe, in the order of pages and ids. */
export async function descriptionsOfPages(
  reader: Reader,
  pageKeys: readonly string[],
): Promise<readonly StatedDescription[]> {
  const rows = await reader.run(descriptionsOfPagesQuery, { pageKeys });
  return rows.map(({ pageKey, record: stated }) => ({ pageKey, described: JSON.parse(stated) as Described }));
}

export async function writeDescriptions(
  transaction: GraphTransaction,
  descriptions: readonly StatedDescription[],
): Promise<void> {
  await transaction.run(writeDescriptionsQuery, {
    rows: descriptions.map(({ pageKey, described }) => {
      const key = descriptionKey(pageKey, described);
      return { key, pageKey, properties: { key, pageKey, record: JSON.stringify(described) } };
    }),
  });
}

export async function forgetDescriptions(
  transaction: GraphTransaction,
  descriptions: readonly StatedDescription[],
): Promise<void> {
  await transaction.run(forgetDescriptionsQuery, {
    keys: descriptions.map(({ pageKey, described }) => descriptionKey(pageKey, described)),
  });
}

function descriptionKey(pageKey: string, { about, id }: Described): string {
  return `${pageKey}#${about} ${id}`;
}

const idsOf = (path: string) =>
  defineQuery(`data-set/${path}`, {
    params: { rows: list(record({ identifierKey: text, key: text, statedAs: text })) },
    row: {},
  });
const idsOfInstitutions = idsOf('ids-of-institutions');
const idsOfConferences = idsOf('ids-of-conferences');
const idsOfTopics = idsOf('ids-of-topics');
const forgetFormerIds = defineQuery('data-set/forget-former-ids', {
  params: { rows: list(record({ identifierKey: text, key: text })) },
  row: {},
});

/** An id that a data set gives a thing, the node that it means, and the name that the data set gives it. */
export interface DescribedId {
  readonly about: 'INSTITUTION' | 'CONFERENCE' | 'TOPIC';
  readonly id: string;
  readonly key: string;
  readonly statedAs: string;
}

/** Writes what ids mean now; their nodes are there already. */
export async function writeDescribedIds(transaction: GraphTransaction, ids: readonly DescribedId[]): Promise<void> {
  const rowsOf = (about: DescribedId['about']) =>
    ids
      .filter((each) => each.about === about)
      .map(({ id, key, statedAs }) => ({ identifierKey: identifierOfId(about, id), key, statedAs }));
  if (!transaction.isFirst) {
    await transaction.run(forgetFormerIds, {
      rows: ids.map(({ about, id, key }) => ({ identifierKey: identifierOfId(about, id), key })),
    });
  }
  await transaction.run(idsOfInstitutions, { rows: rowsOf('INSTITUTION') });
  await transaction.run(idsOfConferences, { rows: rowsOf('CONFERENCE') });
  await transaction.run(idsOfTopics, { rows: rowsOf('TOPIC') });
}

const forgetIdsQuery = defineQuery('data-set/forget-ids', { params: { identifierKeys: texts }, row: {} });

/** Removes ids, so that they mean nothing any more. */
export async function forgetIds(transaction: GraphTransaction, identifierKeys: readonly string[]): Promise<void> {
  await transaction.run(forgetIdsQuery, { identifierKeys });
}

/** The identifier under which an id of a data set finds its node. */
export function identifierOfId(about: DescribedId['about'], id: string): string {
  return `${about.toLowerCase()}-id:${id}`;
}

const institutionRow = {
  key: text,
  name: text,
  aliases: texts,
  kind: optional(word(...institutionKinds)),
  countryCode: optional(text),
  ror: optional(text),
  homepage: optional(text),
};
const conferenceRow = {
  key: text,
  acronym: text,
  name: optional(text),
  aliases: texts,
  kind: word(...conferenceKinds),
};
const identified = { identifierKey: text, statedAs: optional(text) };
const describedInstitutionsQuery = defineQuery('data-set/described-institutions', {
  params: { identifierKeys: texts },
  row: { ...identified, ...institutionRow },
});
const describedConferencesQuery = defineQuery('data-set/described-conferences', {
  params: { identifierKeys: texts },
  row: { ...identified, ...conferenceRow },
});
const institutionsByKeyQuery = defineQuery('data-set/described-institutions-by-key', {
  params: { keys: texts },
  row: institutionRow,
});
const conferencesByKeyQuery = defineQuery('data-set/described-conferences-by-key', {
  params: { keys: texts },
  row: conferenceRow,
});

/** Of some institutions and series those that data sets describe, as their nodes have them. */
export async function describedByKey(
  reader: Reader,
  keys: { readonly institutions: readonly string[]; readonly conferences: readonly string[] },
): Promise<{ readonly institutions: readonly InstitutionFacts[]; readonly conferences: readonly ConferenceFacts[] }> {
  const institutions = await reader.run(institutionsByKeyQuery, { keys: keys.institutions });
  const conferences = await reader.run(conferencesByKeyQuery, { keys: keys.conferences });
  return {
    institutions: institutions.map((facts) => ({ ...facts, parents: [] })),
    conferences: conferences.map((facts) => ({ ...facts, parentKey: null })),
  };
}

const describedTopicsQuery = defineQuery('data-set/described-topics', {
  params: { identifierKeys: texts },
  row: { identifierKey: text, key: text, name: text, path: texts, broaderKey: optional(text) },
});

/** Institutions that identifiers mean, as their nodes have them; unknown identifiers give none. */
export async function institutionsIdentifiedBy(reader: Reader, identifierKeys: readonly string[]) {
  const rows = await reader.run(describedInstitutionsQuery, { identifierKeys });
  return rows.map(({ identifierKey, statedAs, ...facts }) => ({
    identifierKey,
    statedAs: statedAs ?? facts.name,
    facts: { ...facts, parents: [] } satisfies InstitutionFacts,
  }));
}

/** Series that identifiers mean, as their nodes have them; unknown identifiers give none. */
export async function conferencesIdentifiedBy(reader: Reader, identifierKeys: readonly string[]) {
  const rows = await reader.run(describedConferencesQuery, { identifierKeys });
  return rows.map(({ identifierKey, statedAs, ...facts }) => ({
    identifierKey,
    statedAs: statedAs ?? facts.acronym,
    facts: { ...facts, parentKey: null } satisfies ConferenceFacts,
  }));
}

/** Topics that identifiers mean; unknown identifiers give none. */
export function topicsIdentifiedBy(reader: Reader, identifierKeys: readonly string[]) {
  return reader.run(describedTopicsQuery, { identifierKeys });
}

const listingRow = { listingKey: text, sourceKey: text, pageKey: text, record: text };
const listingsOfUnknownQuery = defineQuery('data-set/listings-of-unknown', {
  params: { identifierKeys: texts },
  row: listingRow,
});
const listingsNamingQuery = defineQuery('data-set/listings-naming', {
  params: { identifierKeys: texts },
  row: listingRow,
});

/** Listings of papers that name what nothing but papers name, under these identifiers; in the order of keys. */
export async function listingsOfUnknown(
  reader: Reader,
  identifierKeys: readonly string[],
): Promise<readonly Listing[]> {
  return (await reader.run(listingsOfUnknownQuery, { identifierKeys })).map(listingOf);
}

/** Listings of papers at the nodes that these identifiers mean, in the order of keys. */
export async function listingsNaming(reader: Reader, identifierKeys: readonly string[]): Promise<readonly Listing[]> {
  return (await reader.run(listingsNamingQuery, { identifierKeys })).map(listingOf);
}

function listingOf({ listingKey, record: stated, ...place }: TypedShape<typeof listingRow>): Listing {
  return { key: listingKey, ...place, record: parsePaperRecord(stated) };
}

const storedRecordsQuery = defineQuery('data-set/stored-records', {
  params: { keys: texts },
  row: { key: text, hash: optional(text), revision: optional(text) },
});
const keepRecordsQuery = defineQuery('data-set/keep-records', {
  params: { rows: list(record({ key: text, line: int, revision: text })) },
  row: {},
});
const outdatedRecordsQuery = defineQuery('data-set/outdated-records', {
  params: { pageKey: text, revision: text, count: int },
  row: { key: text },
});
const pageProgressQuery = defineQuery('data-set/page-progress', {
  params: { pageKey: text },
  row: { hash: optional(text), revision: optional(text), recordCount: optional(int) },
});

/** What a stored listing is known by; null in one of a list. */
export interface StoredRecord {
  readonly hash: string | null;
  readonly revision: string | null;
}

/** Of some listings those that are stored, by key. */
export async function storedRecords(
  reader: Reader,
  keys: readonly string[],
): Promise<ReadonlyMap<string, StoredRecord>> {
  const rows = await reader.run(storedRecordsQuery, { keys });
  return new Map(rows.map(({ key, ...stored }) => [key, stored]));
}

/** Notes that listings stand as they are in a newer file. */
export async function keepRecords(
  transaction: GraphTransaction,
  rows: readonly { readonly key: string; readonly line: number; readonly revision: string }[],
): Promise<void> {
  await transaction.run(keepRecordsQuery, { rows });
}

/** Listings of a page that a file of this revision does not state, some of them; none where none is left. */
export async function outdatedRecords(
  reader: Reader,
  outdated: { readonly pageKey: string; readonly revision: string; readonly count: number },
): Promise<readonly string[]> {
  return (await reader.run(outdatedRecordsQuery, outdated)).map(({ key }) => key);
}

/** How far a page was read; undefined where the graph does not have it. */
export async function pageProgress(reader: Reader, pageKey: string) {
  return (await reader.run(pageProgressQuery, { pageKey }))[0];
}
