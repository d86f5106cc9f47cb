import { defineQuery } from './define-query.ts';
import type { GraphStore } from './graph-store.ts';
import { int, list, optional, type TypedShape, text } from './values.ts';

export interface StoredPage {
  readonly pageKey: string;
  readonly path: string;
  readonly title: string | null;
  /** Of its text and of the reading rules; a page with the same hash need not be read again. */
  readonly hash: string;
  /** Paths that its links within the source may lead to: whether the source has them decides how it is read. */
  readonly lookedUp: readonly string[];
}

const sourceRow = {
  key: text,
  kind: text,
  url: optional(text),
  revision: optional(text),
  root: optional(text),
  importedAt: text,
};
const allSources = defineQuery('source/sources', { params: {}, row: sourceRow });

export type StoredSource = TypedShape<typeof sourceRow>;

/** Every source in the graph, in the order of keys. */
export function storedSources(store: Pick<GraphStore, 'run'>): Promise<readonly StoredSource[]> {
  return store.run(allSources, {});
}

const countsRow = { key: text, pageCount: int, listingCount: int, paperCount: int, ownPaperCount: int };
const countsOfSources = defineQuery('source/counts', { params: { keys: list(text) }, row: countsRow });

export type SourceCounts = Omit<TypedShape<typeof countsRow>, 'key'>;

/** What sources hold, by key; `ownPaperCount` counts papers that no other source lists. One statement that reads all their rows. */
export async function countsOf(
  store: Pick<GraphStore, 'run'>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, SourceCounts>> {
  const rows = await store.run(countsOfSources, { keys });
  return new Map(rows.map(({ key, ...counts }) => [key, counts]));
}

const pagesOfSource = defineQuery('source/pages-of-source', {
  params: { sourceKey: text },
  row: { pageKey: text, path: text, title: optional(text), hash: optional(text), lookedUp: optional(list(text)) },
});
const listingsOfPagesQuery = defineQuery('source/listings-of-pages', {
  params: { pageKeys: list(text) },
  row: { listingKey: text },
});

/** Pages of a source that the graph holds, in the order of paths; none for an unknown source. */
export async function storedPages(store: Pick<GraphStore, 'run'>, sourceKey: string): Promise<readonly StoredPage[]> {
  const rows = await store.run(pagesOfSource, { sourceKey });
  return rows.map(({ hash, lookedUp, ...page }) => ({ ...page, hash: hash ?? '', lookedUp: lookedUp ?? [] }));
}

/** Keys of what the graph holds of these pages' rows; unknown pages give none. */
export async function storedListingKeys(
  store: Pick<GraphStore, 'run'>,
  pageKeys: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await store.run(listingsOfPagesQuery, { pageKeys });
  return new Set(rows.map(({ listingKey }) => listingKey));
}
