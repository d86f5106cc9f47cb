import { createHash } from 'node:crypto';
import type { Listing } from '../model/graph.ts';
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
  /** Another set of pages in the source could give other listings: the page has links within its source. */
  readonly dependsOnPages: boolean;
}

/**
 * The hashes under which a page's reading is known: equal hashes give equal listings and facts. All take in its text, our
 * rules and the source's map; that of a page with links within its source also which pages the source has.
 */
export interface PageHashes {
  readonly alone: string;
  readonly amongPages: string;
}

/** Gives the hashes of pages of one source. */
export function pageHasher({ pages, map }: SourceReading): (text: string) => PageHashes {
  const rules = sha256(JSON.stringify([rulesHash, map ?? null]));
  const among = sha256(JSON.stringify([...pages].sort()));
  return (text) => {
    const alone = sha256(`${rules}\n${text}`);
    return { alone, amongPages: sha256(`${alone}\n${among}`) };
  };
}

/** Under which a page is known that could not be read: while the reason is the same, nothing changes. */
export function unreadHash(reason: string): string {
  return sha256(`unread\n${reason}`);
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
  const { page, dependsOnPages } = await readPageInThread(text, path, reading);
  const seen = new Map<string, number>();
  const listings = page.records.map((record) => {
    const hash = contentHash(record);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    // The same row twice on one page is two listings.
    const key = `${pageKey}#${hash}${count === 1 ? '' : `-${count}`}`;
    return { key, sourceKey, pageKey, record };
  });
  return { pageKey, page, listings, dependsOnPages };
}

/** Of what the row says, not of where it stands. */
function contentHash({ position: _, ...said }: SourceRecord): string {
  return sha256(JSON.stringify(said)).slice(0, 16);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
