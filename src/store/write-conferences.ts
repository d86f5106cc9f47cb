import type { ConferenceListing, ListedConferences, ListedEdition } from '../model/graph.ts';
import type { StoredEdition } from './conference-listings.ts';
import { forgetUnused, type References } from './forget-unused.ts';
import type { GraphTransaction } from './graph-store.ts';
import { settleNames } from './settle-names.ts';
import { problemNode } from './write-graph.ts';
import { conferenceIdentifiers, conferenceProperties, writeIdentifiers } from './write-named-things.ts';
import * as queries from './write-queries.ts';

/** What a batch changes in what listings say of series and their years. */
export interface ConferenceChange {
  /** Listings that are new or state something else than before. */
  readonly listings: readonly ConferenceListing[];
  /** Listings in the store that were looked at again, those that go among them. */
  readonly formerListingKeys: readonly string[];
  /** Series that were looked at again. */
  readonly conferenceKeys: readonly string[];
  /** Their editions in the store. */
  readonly formerEditions: readonly StoredEdition[];
  readonly listed: ListedConferences;
}

/** Withdraws what listings stated of series that are looked at again. Comes before `writeGraph`, which removes listings that go. */
export async function withdrawConferences(transaction: GraphTransaction, change: ConferenceChange): Promise<void> {
  if (transaction.isFirst) return;
  await transaction.run(queries.clearListings, { keys: change.formerListingKeys });
  await transaction.run(queries.clearCoLocations, { keys: change.formerEditions.map(({ key }) => key) });
  await transaction.run(queries.forgetConferenceProblems, { keys: change.conferenceKeys });
}

/** Writes what listings state of series and their years; what nothing refers to then goes. Comes after `writeGraph`, which writes pages. */
export async function writeConferences(transaction: GraphTransaction, change: ConferenceChange): Promise<void> {
  if (change.conferenceKeys.length === 0) return;
  const names = await transaction.run(queries.clearConferenceNames, { keys: change.conferenceKeys });
  await writeNodes(transaction, change.listed);
  await writeListings(transaction, change);
  await writeProblems(transaction, change.listed);
  const lost = lostBy(change);
  await forgetUnused(transaction, {
    // What a first batch wrote just now is in use.
    references: transaction.isFirst ? [] : lost,
    identifierKeys: names.flatMap(({ identifierKeys }) => identifierKeys),
  });
  await settleNames(transaction, { papers: [], institutions: [], conferences: [], editions: [], topics: [] }, lost);
}

async function writeNodes(transaction: GraphTransaction, listed: ListedConferences): Promise<void> {
  const { conferences, editions, mentionedConferences, mentionedEditions } = listed;
  await transaction.run(queries.knownConferences, {
    rows: mentionedConferences.map((each) => ({ key: each.key, properties: conferenceProperties(each) })),
  });
  await transaction.run(queries.conferences, {
    rows: conferences.map((conference) => {
      const { ranks: stated, listingKeys: _, ...own } = conference;
      const ranks = stated.map(({ scheme, value }) => `${scheme} ${value}`);
      const properties = { ...conferenceProperties(own), ranks: ranks.length === 0 ? null : ranks };
      return { key: own.key, properties };
    }),
  });
  const all = [...conferences, ...mentionedConferences];
  await transaction.run(queries.conferenceParents, {
    rows: all.flatMap(({ key, parentKey }) => (parentKey === null ? [] : [{ conferenceKey: key, parentKey }])),
  });
  await transaction.run(queries.editions, {
    rows: mentionedEditions.map(({ key, year }) => ({ key, properties: { key, year } })),
  });
  await transaction.run(queries.listedEditions, { rows: editions.map(editionRow) });
  await transaction.run(queries.editionsOfConferences, {
    rows: [...editions, ...mentionedEditions].map(({ key, conferenceKey }) => ({ editionKey: key, conferenceKey })),
  });
  await transaction.run(queries.coLocations, {
    rows: editions.flatMap(({ key, coLocatedKeys }) =>
      coLocatedKeys.map((coLocatedKey) => ({ editionKey: key, coLocatedKey })),
    ),
  });
  const names = all.flatMap(conferenceIdentifiers);
  await writeIdentifiers(transaction, names);
  await transaction.run(queries.identifiersOfConferences, { rows: names });
}

function editionRow(edition: ListedEdition) {
  const { conferenceKey: _, coLocatedKeys: __, listingKeys: ___, ...properties } = edition;
  return { key: edition.key, properties };
}

async function writeListings(transaction: GraphTransaction, { listings, listed }: ConferenceChange): Promise<void> {
  await transaction.run(queries.listings, {
    rows: listings.map(({ key, sourceKey, record }) => ({
      key,
      properties: { key, sourceKey, line: record.position.line, record: JSON.stringify(record) },
    })),
  });
  await transaction.run(queries.listingsOnPages, {
    rows: listings.map(({ key, pageKey }) => ({ listingKey: key, pageKey })),
  });
  await transaction.run(queries.listingsOfConferences, {
    rows: listed.conferences.flatMap(({ key, listingKeys }) =>
      listingKeys.map((listingKey) => ({ listingKey, conferenceKey: key })),
    ),
  });
  await transaction.run(queries.listingsOfEditions, {
    rows: listed.editions.flatMap(({ key, listingKeys }) =>
      listingKeys.map((listingKey) => ({ listingKey, editionKey: key })),
    ),
  });
}

async function writeProblems(transaction: GraphTransaction, { problems }: ListedConferences): Promise<void> {
  const nodes = problems.map(({ conferenceKey, pageKey, problem }) => ({
    ...problemNode(pageKey, problem),
    pageKey,
    conferenceKey,
  }));
  await transaction.run(queries.problems, { rows: nodes.map(({ key, properties }) => ({ key, properties })) });
  await transaction.run(queries.problemsOnPages, {
    rows: nodes.map(({ key, pageKey }) => ({ problemKey: key, pageKey })),
  });
  await transaction.run(queries.problemsAboutConferences, {
    rows: nodes.map(({ key, conferenceKey }) => ({ problemKey: key, conferenceKey })),
  });
}

/** Everything that may have nothing left to stand on. */
function lostBy({ conferenceKeys, formerEditions }: ConferenceChange): References {
  const editionKeys = new Set(formerEditions.flatMap(({ key, coLocatedKeys }) => [key, ...coLocatedKeys]));
  return [
    ...[...editionKeys].map((key) => ({ label: 'Edition', key })),
    ...conferenceKeys.map((key) => ({ label: 'Conference', key })),
  ];
}
