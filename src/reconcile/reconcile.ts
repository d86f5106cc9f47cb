import { createHash } from 'node:crypto';
import type { CanonicalGraph, Listing, Paper, PaperProblem } from '../model/graph.ts';
import { identityOf, type ListingIdentity } from './listing-identity.ts';
import { conferencesOf, editionsOf, institutionsOf } from './named-things.ts';
import { paperFrom } from './paper-facts.ts';
import { groupByPaper, type KeptApart, type PaperListings } from './same-paper.ts';
import { topicsOf } from './topics.ts';

/**
 * What we hold true, given what sources state. A pure function of the set of listings: their order does not matter.
 *
 * @param listings - whole components: with a listing, every other that shares an identity token with it
 */
export function reconcile(listings: readonly Listing[]): CanonicalGraph {
  const identities = listings.map(identityOf);
  const { papers: groups, keptApart } = groupByPaper(identities);
  const keys = paperKeysOf(groups);
  const papers = groups.map((group) => withKeptApart(paperFrom(group, keys.get(group) ?? ''), group, keptApart));
  return {
    papers,
    institutions: institutionsOf(identities),
    conferences: conferencesOf(papers),
    editions: editionsOf(papers),
    topics: topicsOf(listings),
  };
}

/**
 * Keys follow from identifiers: DOI, else `arxiv:` and the arXiv id, else name, series and year. Papers that would have
 * one key are told apart by a hash of what distinguishes them.
 */
function paperKeysOf(groups: readonly PaperListings[]): ReadonlyMap<PaperListings, string> {
  const wanted = new Map<string, PaperListings[]>();
  for (const group of groups) wanted.set(baseKey(group), [...(wanted.get(baseKey(group)) ?? []), group]);
  const keys = new Map<PaperListings, string>();
  for (const [key, claimants] of wanted) {
    for (const group of claimants) keys.set(group, claimants.length === 1 ? key : `${key}-${distinction(group)}`);
  }
  return keys;
}

function baseKey(group: PaperListings): string {
  const doi = group.flatMap((listing) => listing.doi ?? [])[0];
  if (doi !== undefined) return doi;
  const arxivId = group.flatMap((listing) => listing.arxivId ?? [])[0];
  if (arxivId !== undefined) return `arxiv:${arxivId}`;
  return group[0]?.nameKey || `paper-${distinction(group)}`;
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
