import { createHash } from 'node:crypto';
import type { ConferenceListing, ConferenceRecord, Listing } from '../model/graph.ts';
import { ambiguousNames } from '../model/names/ambiguous-names.ts';
import { conferences } from '../model/names/conferences.ts';
import { institutions } from '../model/names/institutions.ts';
import type { ReadPage, SourceRecord } from '../model/source-record.ts';
import { contentHash } from './content-hash.ts';
import { readPageInThread } from './page-reader.ts';
import type { SourceReading } from './page-worker.ts';

/** Moves when importers, the reading of names or reconcile change what a page gives, so that pages are read again. */
const readingVersion = 6;

/** What stands behind a page's facts beside its text: the importers and the tables of names. */
const rulesHash = sha256(JSON.stringify([readingVersion, institutions, ambiguousNames, conferences]));

export interface PageListings {
  readonly pageKey: string;
  readonly page: ReadPage;
  readonly listings: readonly Listing[];
  /** What the page says of series and their years. */
  readonly conferenceListings: readonly ConferenceListing[];
  /** Paths that its links within the source may lead to; see `pageHasher`. */
  readonly lookedUp: readonly string[];
}

/**
 * Gives the hash under which a page's reading is known: equal hashes give equal listings and facts. It takes in the page's
 * text, our rules, the source's map and format, and of the paths that the page's links may lead to which the source has.
 */
export function pageHasher({
  pages,
  map,
  format,
}: SourceReading): (text: string, lookedUp: readonly string[]) => string {
  const rules = sha256(JSON.stringify([rulesHash, map ?? null, format ?? null]));
  return (text, lookedUp) => sha256(JSON.stringify([rules, lookedUp.map((path) => [path, pages.has(path)]), text]));
}

/** The hash of a text that is read by some rules, whose version moves with them. */
export function textHash(text: string, version: string): string {
  return sha256(`${version}\n${text}`);
}

/** Under which a page is known that could not be read: while the reason is the same, nothing changes. */
export function unreadHash(reason: string): string {
  return textHash(reason, 'unread');
}

/** Stands in no source key, so that a page of `a` below `b/` is none of source `a/b`. */
export const pageSeparator = '//';

export function pageKeyOf(sourceKey: string, path: string): string {
  return `${sourceKey}${pageSeparator}${path}`;
}

/** The source and path of a page, by its key. */
export function placeOfPage(pageKey: string): { readonly sourceKey: string; readonly path: string } {
  const end = pageKey.indexOf(pageSeparator);
  return { sourceKey: pageKey.slice(0, end), path: pageKey.slice(end + pageSeparator.length) };
}

/** Reads one page of a source. */
export async function readListings(
  text: string,
  { sourceKey, path, reading }: { sourceKey: string; path: string; reading: SourceReading },
): Promise<PageListings> {
  const pageKey = pageKeyOf(sourceKey, path);
  const { page, lookedUp } = await readPageInThread(text, path, reading);
  const keyOf = listingKeys(pageKey);
  const listings = page.records.map((record) => ({ key: keyOf(record), sourceKey, pageKey, record }));
  const stated: ConferenceRecord[] = [
    ...(page.conferences ?? []).map((record) => ({ about: 'CONFERENCE' as const, ...record })),
    ...page.editions.map((record) => ({ about: 'EDITION' as const, ...record })),
  ];
  const conferenceListings = stated.map((record) => ({ key: keyOf(record), sourceKey, pageKey, record }));
  return { pageKey, page, listings, conferenceListings, lookedUp };
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

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
