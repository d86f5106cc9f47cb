import type { IdentityTokens, Listing } from '../model/graph.ts';
import { defineQuery } from './define-query.ts';
import type { GraphTransaction } from './graph-store.ts';
import { parsePaperRecord } from './listing-record.ts';
import { list, record, text } from './values.ts';

/** A listing as stored, and the paper that it is of. */
export interface StoredListing {
  readonly paperKey: string;
  readonly listing: Listing;
}

const texts = list(text);

const candidatePapers = defineQuery('write/candidate-papers', {
  params: {
    dois: texts,
    arxivIds: texts,
    addresses: texts,
    titleKeys: texts,
    nameKeys: texts,
    identifierKeys: texts,
    recordIds: texts,
    recordTitles: list(record({ titleKey: text, host: text })),
  },
  row: { paperKey: text },
});
const papersOfListings = defineQuery('write/papers-of-listings', { params: { keys: texts }, row: { paperKey: text } });
const paperListings = defineQuery('write/paper-listings', {
  params: { paperKeys: texts },
  row: { paperKey: text, listingKey: text, sourceKey: text, pageKey: text, record: text },
});

/** Keys of the papers that share a token with these. */
export async function candidatePaperKeys(
  transaction: Pick<GraphTransaction, 'run'>,
  tokens: IdentityTokens,
): Promise<readonly string[]> {
  const titles = [...tokens.titleKeys, ...tokens.recordTitles.map(({ titleKey }) => titleKey)];
  const identifierKeys = [
    ...tokens.dois.map((doi) => `doi:${doi}`),
    ...tokens.arxivIds.map((id) => `arxiv:${id}`),
    ...titles.map((title) => `title:${title}`),
    ...tokens.nameKeys.map((name) => `name:${name}`),
    ...tokens.recordIds.map((id) => `record:${id}`),
  ];
  const rows = await transaction.run(candidatePapers, { ...tokens, identifierKeys });
  return rows.map(({ paperKey }) => paperKey);
}

/** Keys of the papers that listings are of; unknown listings give none. */
export async function paperKeysOfListings(
  transaction: Pick<GraphTransaction, 'run'>,
  keys: readonly string[],
): Promise<readonly string[]> {
  return (await transaction.run(papersOfListings, { keys })).map(({ paperKey }) => paperKey);
}

/** Every listing of these papers, in the order of papers and listings. */
export async function listingsOfPapers(
  transaction: Pick<GraphTransaction, 'run'>,
  paperKeys: readonly string[],
): Promise<readonly StoredListing[]> {
  const rows = await transaction.run(paperListings, { paperKeys });
  return rows.map(({ paperKey, listingKey, sourceKey, pageKey, record: stated }) => ({
    paperKey,
    listing: { key: listingKey, sourceKey, pageKey, record: parsePaperRecord(stated) },
  }));
}
