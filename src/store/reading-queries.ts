import type { Listing } from '../model/graph.ts';
import { defineQuery } from './define-query.ts';
import type { GraphStore } from './graph-store.ts';
import { parsePaperRecord } from './listing-record.ts';
import { list, optional, text } from './values.ts';

type Reader = Pick<GraphStore, 'run'>;

const pageKeysQuery = defineQuery('names/page-keys', { params: {}, row: { pageKey: text } });
const readingsOfPages = defineQuery('names/readings-of-pages', {
  params: { pageKeys: list(text) },
  row: { pageKey: text, listingKey: text, sourceKey: text, record: text, reading: optional(text) },
});

/** A listing, and a hash of what its names were taken to mean; null where it was stored before that was kept. */
export interface StoredReading {
  readonly listing: Listing;
  readonly reading: string | null;
}

/** Keys of every page in the graph. */
export async function allPageKeys(reader: Reader): Promise<readonly string[]> {
  return (await reader.run(pageKeysQuery, {})).map(({ pageKey }) => pageKey);
}

/** The listings of pages, in the order of pages and listings. */
export async function readingsOf(reader: Reader, pageKeys: readonly string[]): Promise<readonly StoredReading[]> {
  const rows = await reader.run(readingsOfPages, { pageKeys });
  return rows.map(({ pageKey, listingKey, sourceKey, record, reading }) => ({
    listing: { key: listingKey, sourceKey, pageKey, record: parsePaperRecord(record) },
    reading,
  }));
}
