import type { IdentityTokens, Listing } from '../model/graph.ts';
import type { SourceRecord } from '../model/source-record.ts';
import { defineQuery } from './define-query.ts';
import type { GraphTransaction } from './graph-store.ts';
import { list, text } from './values.ts';

/** A listing as stored, and the paper that it is of. */
export interface StoredListing {
  readonly paperKey: string;
  readonly listing: Listing;
}

const texts = list(text);

const candidatePapers = defineQuery('write/candidate-papers', {
  params: { dois: texts, arxivIds: texts, addresses: texts, titleKeys: texts, nameKeys: texts, identifierKeys: texts },
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
  const identifierKeys = [
    ...tokens.dois.map((doi) => `doi:${doi}`),
    ...tokens.arxivIds.map((id) => `arxiv:${id}`),
    ...tokens.titleKeys.map((title) => `title:${title}`),
    ...tokens.nameKeys.map((name) => `name:${name}`),
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
  return rows.map(({ paperKey, listingKey, sourceKey, pageKey, record }) => ({
    paperKey,
    listing: { key: listingKey, sourceKey, pageKey, record: parseRecord(record) },
  }));
}

/** A listing's record as stored. Only `writeGraph` stores one, and the format version says that this program can read it. */
export function parseRecord(json: string): SourceRecord {
  return JSON.parse(json) as SourceRecord;
}
