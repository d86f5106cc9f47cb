import { defineQuery } from './define-query.ts';
import type { GraphStore } from './graph-store.ts';
import { int, list, optional, type TypedShape, text } from './values.ts';

export interface StoredPage {
  readonly pageKey: string;
  readonly path: string;
  /** Of its text and of the reading rules; a page with the same hash need not be read again. */
  readonly hash: string;
}

const sourceRow = {
  key: text,
  kind: text,
  url: optional(text),
  revision: optional(text),
  importedAt: text,
  pageCount: int,
};
const allSources = defineQuery('source/sources', { params: {}, row: sourceRow });

/** Every source in the graph, in the order of keys. */
export function storedSources(store: Pick<GraphStore, 'run'>): Promise<readonly TypedShape<typeof sourceRow>[]> {
  return store.run(allSources, {});
}

const pagesOfSource = defineQuery('source/pages-of-source', {
  params: { sourceKey: text },
  row: { pageKey: text, path: text, hash: optional(text) },
});
const listingsOfPagesQuery = defineQuery('source/listings-of-pages', {
  params: { pageKeys: list(text) },
  row: { listingKey: text },
});

/** Pages of a source that the graph holds, in the order of paths; none for an unknown source. */
export async function storedPages(store: Pick<GraphStore, 'run'>, sourceKey: string): Promise<readonly StoredPage[]> {
  const rows = await store.run(pagesOfSource, { sourceKey });
  return rows.map(({ pageKey, path, hash }) => ({ pageKey, path, hash: hash ?? '' }));
}

/** Keys of these pages' listings that the graph holds. */
export async function storedListingsOf(
  store: Pick<GraphStore, 'run'>,
  pageKeys: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await store.run(listingsOfPagesQuery, { pageKeys });
  return new Set(rows.map(({ listingKey }) => listingKey));
}
