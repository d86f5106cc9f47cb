import { createHash } from 'node:crypto';
import { lastPart } from '../model/described.ts';
import type { CanonicalGraph, Listing, Paper, PaperProblem } from '../model/graph.ts';
import { builtInNames, type Names } from '../model/names/names.ts';
import { identityOf, type ListingIdentity } from './listing-identity.ts';
import { conferencesOf, editionsOf, institutionsOf } from './named-things.ts';
import { paperFrom } from './paper-facts.ts';
import { groupByPaper, type Join, type KeptApart, type PaperListings } from './same-paper.ts';
import { topicsOf } from './topics.ts';

/**
 * What we hold true, given what sources state. A pure function of the set of listings: their order does not matter.
 *
 * @param listings - whole components: with a listing, every other that shares an identity token with it
 * @param names - what the names in the listings mean
 */
export function reconcile(listings: readonly Listing[], names: Names = builtInNames): CanonicalGraph {
  const identities = listings.map((listing) => identityOf(listing, names));
  const { groups, keptApart } = resolvePapers(identities);
  const papers = groups.map(({ key, listings: group }) =>
    withKeptApart(paperFrom(group, key.value, names), group, keptApart),
  );
  return {
    papers,
    institutions: institutionsOf(identities, names),
    conferences: conferencesOf(papers, names),
    editions: editionsOf(papers),
    topics: topicsOf(listings, names),
  };
}

/** Which listings are of one paper, under which key, and why. */
export interface ResolvedPapers {
  readonly groups: readonly { readonly key: PaperKey; readonly listings: PaperListings }[];
  readonly keptApart: readonly KeptApart[];
  readonly joins: readonly Join[];
}

export interface PaperKey {
  readonly value: string;
  readonly rule: 'RECORD_ID' | 'DOI' | 'ARXIV_ID' | 'NAME' | 'NO_NAME';
  /** Several papers would have the key, so a hash tells this one. */
  readonly isToldApart: boolean;
}

/** The first step of `reconcile`, with its reasons. */
export function resolvePapers(identities: readonly ListingIdentity[]): ResolvedPapers {
  const { papers, keptApart, joins } = groupByPaper(identities);
  const keys = paperKeysOf(papers);
  return {
    groups: papers.map((listings) => ({ key: keys.get(listings) ?? baseKey(listings), listings })),
    keptApart,
    joins,
  };
}

/**
 * Keys follow from identifiers: the last part of its record's id where only data sets know a paper; else DOI, else `arxiv:` and the arXiv id, else name, series and year. Papers that would have
 * one key are told apart by a hash of what distinguishes them.
 */
function paperKeysOf(groups: readonly PaperListings[]): ReadonlyMap<PaperListings, PaperKey> {
  const wanted = new Map<string, PaperListings[]>();
  const bases = new Map(groups.map((group) => [group, baseKey(group)]));
  for (const [group, { value }] of bases) {
    const claimants = wanted.get(value);
    if (claimants) claimants.push(group);
    else wanted.set(value, [group]);
  }
  return new Map(
    [...bases].map(([group, base]) => {
      const isToldApart = (wanted.get(base.value)?.length ?? 0) > 1;
      return [group, isToldApart ? { ...base, value: `${base.value}-${distinction(group)}`, isToldApart } : base];
    }),
  );
}

function baseKey(group: PaperListings): PaperKey {
  const isToldApart = false;
  const listed = group.filter(({ recordId }) => recordId === null);
  const recordId = listed.length === 0 ? (group[0]?.recordId ?? null) : null;
  if (recordId !== null) return { value: lastPart(recordId), rule: 'RECORD_ID', isToldApart };
  const doi = group.flatMap((listing) => listing.doi ?? [])[0];
  if (doi !== undefined) return { value: doi, rule: 'DOI', isToldApart };
  const arxivId = group.flatMap((listing) => listing.arxivId ?? [])[0];
  if (arxivId !== undefined) return { value: `arxiv:${arxivId}`, rule: 'ARXIV_ID', isToldApart };
  const nameKey = listed[0]?.nameKey;
  if (nameKey) return { value: nameKey, rule: 'NAME', isToldApart };
  return { value: `paper-${distinction(group)}`, rule: 'NO_NAME', isToldApart };
}

function distinction(group: PaperListings): string {
  const [first] = group;
  const said = first?.addresses[0] ?? first?.foldedTitle ?? first?.listing.key ?? '';
  return createHash('sha256').update(`${said}|${first?.listing.key}`).digest('hex').slice(0, 6);
}

function withKeptApart(paper: Paper, group: PaperListings, keptApart: readonly KeptApart[]): Paper {
  const problems = keptApart.flatMap((each) => {
    const index = each.papers.findIndex((part) => part.some((listing) => group.includes(listing)));
    // The first paper of the set carries no problem: the report stands at the lines that would have joined it.
    const self = index > 0 ? each.papers[index]?.[0] : undefined;
    const other = each.papers.find((part) => !part.some((listing) => group.includes(listing)))?.[0];
    return self && other ? [keptApartProblem(each, self, other)] : [];
  });
  // Two papers may share a DOI and its address: one report of them is enough.
  const places = problems.map(({ problem: { position, related } }) => JSON.stringify([position, related]));
  const first = problems.filter((_, index) => places.indexOf(places[index] ?? '') === index);
  return first.length === 0 ? paper : { ...paper, problems: [...paper.problems, ...first] };
}

function keptApartProblem({ reason, shared }: KeptApart, self: ListingIdentity, other: ListingIdentity): PaperProblem {
  const nameOf = ({ listing: { record } }: ListingIdentity) => record.title ?? record.shortName;
  const why =
    reason === 'OTHER_NAME'
      ? 'whose name is another, so they are kept as two papers'
      : 'and fits two papers that do not fit each other, so it joins neither';
  return {
    pageKey: self.listing.pageKey,
    problem: {
      code: reason === 'OTHER_NAME' ? 'SHARED_IDENTIFIER' : 'AMBIGUOUS_PAPER',
      severity: 'WARNING',
      message: `"${nameOf(self)}" shares ${shared} with "${nameOf(other)}", ${why}`,
      suggestion: 'Check the link or title in both lines: one of them may be copied from the other.',
      position: self.listing.record.position,
      related: [other.listing.record.position],
    },
  };
}
