import type { ConferenceListing, ConferenceRecord, Edition } from '../model/graph.ts';
import { defineQuery } from './define-query.ts';
import type { GraphStore } from './graph-store.ts';
import { int, list, text } from './values.ts';

/** What the store holds about some series: the listings about them, and their editions. */

const conferencesOfListings = defineQuery('write/conferences-of-listings', {
  params: { keys: list(text) },
  row: { conferenceKey: text },
});
const conferenceListings = defineQuery('write/conference-listings', {
  params: { conferenceKeys: list(text) },
  row: { listingKey: text, sourceKey: text, pageKey: text, record: text },
});
const conferenceEditions = defineQuery('write/conference-editions', {
  params: { conferenceKeys: list(text) },
  row: { conferenceKey: text, editionKey: text, year: int, coLocatedKeys: list(text) },
});

const listedConferences = defineQuery('names/listed-conferences', { params: {}, row: { conferenceKey: text } });
const conferencesByKey = defineQuery('names/conferences-by-key', {
  params: { keys: list(text) },
  row: { key: text, acronym: text, aliases: list(text) },
});

type Reader = Pick<GraphStore, 'run'>;

/** Keys of the series that listings, or their years, are about. */
export async function listedConferenceKeys(reader: Reader): Promise<readonly string[]> {
  return (await reader.run(listedConferences, {})).map(({ conferenceKey }) => conferenceKey);
}

/** What series are called in the graph. */
export function storedConferences(reader: Reader, keys: readonly string[]) {
  return reader.run(conferencesByKey, { keys });
}

/** Keys of the series that listings, or the years that they are about, belong to; unknown listings give none. */
export async function conferenceKeysOfListings(
  transaction: Reader,
  keys: readonly string[],
): Promise<readonly string[]> {
  return (await transaction.run(conferencesOfListings, { keys })).map(({ conferenceKey }) => conferenceKey);
}

/** Every listing about these series and their years, in the order of listings. */
export async function listingsOfConferences(
  transaction: Reader,
  conferenceKeys: readonly string[],
): Promise<readonly ConferenceListing[]> {
  const rows = await transaction.run(conferenceListings, { conferenceKeys });
  return rows.map(({ listingKey: key, record, ...where }) => ({
    key,
    ...where,
    record: parseConferenceRecord(record),
  }));
}

/** An edition as stored, and the editions that listings say it is held together with. */
export interface StoredEdition extends Edition {
  readonly coLocatedKeys: readonly string[];
}

/** Every edition of these series, in the order of keys. */
export async function editionsOfConferences(
  transaction: Reader,
  conferenceKeys: readonly string[],
): Promise<readonly StoredEdition[]> {
  const rows = await transaction.run(conferenceEditions, { conferenceKeys });
  return rows.map(({ editionKey: key, ...rest }) => ({ key, ...rest }));
}

/** A record as `writeConferences` stored it; the format version says that this program can read it. */
export function parseConferenceRecord(json: string): ConferenceRecord {
  return JSON.parse(json) as ConferenceRecord;
}
