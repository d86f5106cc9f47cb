import { createHash } from 'node:crypto';
import type { ConferenceListing, ConferenceRecord, Listing } from '../model/graph.ts';
import { ambiguousNames } from '../model/names/ambiguous-names.ts';
import { conferences } from '../model/names/conferences.ts';
import { institutions } from '../model/names/institutions.ts';
import type { ReadPage, SourceRecord } from '../model/source-record.ts';
import { readPageInThread } from './page-reader.ts';
import type { SourceReading } from './page-worker.ts';

/** Moves when importers, the reading of names or reconcile change what a page gives, so that pages are read again. */
const readingVersion = 2;

/** What stands behind a page's facts beside its text: the importers and the tables of names. */
const rulesHash = sha256(JSON.stringify([readingVersion, institutions, ambiguousNames, conferences]));

export interface PageListings {
  readonly pageKey: string;
  readonly page: ReadPage;
  readonly listings: readonly Listing[];
  /** What the page says of series and their years. */
  readonly conferenceListings: readonly ConferenceListing[];
}

/** The hash of all that the reading of a source's pages depends on beside each page: our rules, its map, which pages it has. */
export function readingHash({ pages, map }: SourceReading): string {
  return sha256(JSON.stringify([rulesHash, map ?? null, [...pages].sort()]));
}

/** The hash under which a page's reading is known: equal hashes give equal listings and facts. */
export function pageHash(text: string, reading: string): string {
  return sha256(`${reading}\n${text}`);
}

/** Stands in no source key, so that a page of `a` below `b/` is none of source `a/b`. */
export const pageSeparator = '//';

export function pageKeyOf(sourceKey: string, path: string): string {
  return `${sourceKey}${pageSeparator}${path}`;
}

/** Reads one page of a source. */
export async function readListings(
  text: string,
  { sourceKey, path, reading }: { sourceKey: string; path: string; reading: SourceReading },
): Promise<PageListings> {
  const pageKey = pageKeyOf(sourceKey, path);
  const page = await readPageInThread(text, path, reading);
  const keyOf = listingKeys(pageKey);
  const listings = page.records.map((record) => ({ key: keyOf(record), sourceKey, pageKey, record }));
  const stated: ConferenceRecord[] = [
    ...(page.conferences ?? []).map((record) => ({ about: 'CONFERENCE' as const, ...record })),
    ...page.editions.map((record) => ({ about: 'EDITION' as const, ...record })),
  ];
  const conferenceListings = stated.map((record) => ({ key: keyOf(record), sourceKey, pageKey, record }));
  return { pageKey, page, listings, conferenceListings };
}

/** Gives each row of a page its key; the same row twice is two listings. */
function listingKeys(pageKey: string): (record: SourceRecord | ConferenceRecord) => string {
  const seen = new Map<string, number>();
  return (record) => {
    const hash = contentHash(record);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${pageKey}#${hash}${count === 1 ? '' : `-${count}`}`;
  };
}

/** Of what the row says, not of where it stands. */
function contentHash({ position: _, ...said }: SourceRecord | ConferenceRecord): string {
  return sha256(JSON.stringify(said)).slice(0, 16);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
