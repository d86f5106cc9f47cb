import { type NodeKind, nodeKinds } from '../model/explanation.ts';
import type { ConferenceListing, Listing } from '../model/graph.ts';
import { arxivIdOf, doiOf } from '../model/paper-ids.ts';
import { fold, foldHeading } from '../model/text.ts';
import { parseConferenceRecord } from './conference-listings.ts';
import { defineQuery } from './define-query.ts';
import { retiredKey } from './former-keys.ts';
import type { GraphStore } from './graph-store.ts';
import { parsePaperRecord } from './listing-record.ts';
import { int, list, text, word } from './values.ts';

type Reader = Pick<GraphStore, 'run'>;

export interface FoundNode {
  readonly kind: NodeKind;
  readonly key: string;
  readonly name: string;
}

const kind = word(...nodeKinds);
const nodes = defineQuery('explain/nodes', {
  params: {
    key: text,
    formerKey: text,
    doi: text,
    doiKey: text,
    arxivId: text,
    arxivKey: text,
    folded: text,
    institutionKey: text,
    conferenceKey: text,
    topicKey: text,
  },
  row: { rank: int, kind, key: text, name: text },
});
const nearest = defineQuery('explain/nearest', {
  params: { words: list(text), limit: int },
  row: { kind, key: text, name: text },
});
const listingsAbout = defineQuery('explain/listings', {
  params: {
    institutionKeys: list(text),
    conferenceKeys: list(text),
    editionKeys: list(text),
    topicKeys: list(text),
    limit: int,
  },
  row: { listingKey: text, sourceKey: text, pageKey: text, record: text },
});
const listingsAboutConferences = defineQuery('explain/conference-listings', {
  params: { conferenceKeys: list(text) },
  row: { listingKey: text, sourceKey: text, pageKey: text, record: text },
});
const addressesOfPages = defineQuery('explain/page-addresses', {
  params: { pageKeys: list(text) },
  row: { pageKey: text, url: text },
});

/**
 * Nodes that a text means, in the order of kinds and keys: those of that key; where there is none, the paper that once had
 * it; else that of the DOI or arXiv id; else those of the name.
 */
export async function nodesMeant(store: Reader, stated: string): Promise<readonly FoundNode[]> {
  const doi = doiOf(stated) ?? stated.toLowerCase();
  const arxivId = arxivIdOf(stated) ?? stated.replace(/^arxiv:\s*/i, '').replace(/v\d+$/, '');
  const folded = fold(stated);
  const rows = await store.run(nodes, {
    key: stated,
    formerKey: retiredKey(stated),
    doi,
    doiKey: `doi:${doi}`,
    arxivId,
    arxivKey: `arxiv:${arxivId}`,
    folded,
    institutionKey: `institution:${folded}`,
    conferenceKey: `conference:${folded}`,
    topicKey: `topic:${foldHeading(stated)}`,
  });
  const best = rows[0]?.rank;
  return rows.filter(({ rank }) => rank === best).map(({ kind, key, name }) => ({ kind, key, name }));
}

/** Nodes whose key or name has a word in common with a text, or a word that begins alike. Some hundreds at most. */
export async function nodesAlike(store: Reader, stated: string): Promise<readonly FoundNode[]> {
  const words = fold(stated)
    .split(' ')
    .filter(({ length }) => length > 2);
  // A mistyped word still begins right; a short one for two letters at most.
  const beginnings = words.map((each) => each.slice(0, each.length > 5 ? 4 : 2));
  return store.run(nearest, { words: [...new Set([...words, ...beginnings])].slice(0, 12), limit: 200 });
}

/** All listings of the papers that refer to a node, in the order of their keys, at most this many. */
export async function listingsReferringTo(
  store: Reader,
  node: { readonly kind: Exclude<NodeKind, 'paper'>; readonly key: string },
  limit: number,
): Promise<readonly Listing[]> {
  const keysOf = (wanted: NodeKind) => (node.kind === wanted ? [node.key] : []);
  const rows = await store.run(listingsAbout, {
    institutionKeys: keysOf('institution'),
    conferenceKeys: keysOf('conference'),
    editionKeys: keysOf('edition'),
    topicKeys: keysOf('topic'),
    limit,
  });
  return rows.map(({ listingKey, record, ...place }) => ({
    key: listingKey,
    ...place,
    record: parsePaperRecord(record),
  }));
}

/**
 * All listings about a series, series within it, their years, and years held together with one of those, in the order of
 * their keys.
 */
export async function conferenceListingsAbout(
  store: Reader,
  conferenceKey: string,
): Promise<readonly ConferenceListing[]> {
  const rows = await store.run(listingsAboutConferences, { conferenceKeys: [conferenceKey] });
  return rows.map(({ listingKey, record, ...place }) => ({
    key: listingKey,
    ...place,
    record: parseConferenceRecord(record),
  }));
}

/** The addresses at a git host of the pages that have one, by page key. */
export async function pageAddresses(store: Reader, pageKeys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (pageKeys.length === 0) return new Map();
  const rows = await store.run(addressesOfPages, { pageKeys });
  return new Map(rows.map(({ pageKey, url }) => [pageKey, url]));
}
