import type { Paper, PaperAffiliation, PaperLink, PaperProblem, PaperPublication, PaperType } from '../model/graph.ts';
import type { ConferenceKind } from '../model/names/facts.ts';
import { builtInNames, type Names } from '../model/names/names.ts';
import type { Problem } from '../model/problem.ts';
import type { LinkKind } from '../model/source-record.ts';
import type { ListingIdentity } from './listing-identity.ts';
import { nameProblemsOf } from './name-problems.ts';
import type { PaperListings } from './same-paper.ts';
import { topicsStatedIn } from './topics.ts';

/**
 * One paper's facts from its listings. Where listings disagree the first in precedence is taken (peer-reviewed before
 * preprint for the place of publication), and the others become problems that name both lines.
 *
 * @param listings - at least one, in order of precedence
 * @param key - the paper's key, which depends on its neighbours too
 * @param names - what the names in the listings mean
 */
export function paperFrom(listings: PaperListings, key: string, names: Names = builtInNames): Paper {
  const records = listings.map(({ listing }) => listing.record);
  const titles = records.flatMap(({ title }) => title ?? []);
  const shortName = records.flatMap((record) => record.shortName ?? [])[0] ?? null;
  const title = titles[0] ?? shortName ?? '';
  const published = publicationsOf(listings);
  const affiliations = affiliationsOf(listings);
  const dois = distinct(listings.flatMap(({ doi }) => doi ?? []));
  const arxivIds = distinct(listings.flatMap(({ arxivId }) => arxivId ?? []));
  const titleKeys = distinct(listings.flatMap(({ titleKey }) => titleKey ?? []));
  const nameKeys = distinct(listings.map(({ nameKey }) => nameKey));
  return {
    key,
    title,
    shortName,
    year: published.year,
    type: records.some(({ type }) => type === 'ESSAY') ? 'ESSAY' : published.type,
    doi: dois[0] ?? null,
    arxivId: arxivIds[0] ?? null,
    titleKey: titleKeys[0] ?? null,
    nameKey: nameKeys[0] ?? '',
    awards: distinct(records.flatMap(({ awards }) => awards)),
    track: records.flatMap(({ track }) => track ?? [])[0] ?? null,
    affiliationsIncomplete: isIncomplete(listings, affiliations),
    text: distinct([
      ...titles,
      ...(shortName ? [shortName] : []),
      ...records.flatMap((record) => [...record.section, ...record.remarks, ...(record.keywords ?? [])]),
    ]),
    affiliations,
    publications: published.publications,
    topics: topicsStatedIn(listings.map(({ listing }) => listing)),
    links: linksOf(listings),
    identifiers: [
      ...dois.slice(1).map((doi) => `doi:${doi}`),
      ...arxivIds.slice(1).map((id) => `arxiv:${id}`),
      ...titleKeys.slice(1).map((each) => `title:${each}`),
      ...nameKeys.slice(1).map((each) => `name:${each}`),
    ],
    listingKeys: listings.map(({ listing }) => listing.key),
    problems: [...published.problems, ...listings.flatMap(({ listing }) => nameProblemsOf(listing, names))],
  };
}

function isIncomplete(listings: PaperListings, affiliations: readonly PaperAffiliation[]): boolean {
  if (!listings.some(({ listing }) => listing.record.institutionsIncomplete)) return false;
  // A listing that names every institution that any listing names, and does not say "others", completes the rest.
  return !listings.some(
    ({ listing: { record }, institutions }) =>
      !record.institutionsIncomplete &&
      record.institutions.length > 0 &&
      distinct(institutions.map(({ key }) => key)).length === affiliations.length,
  );
}

function affiliationsOf(listings: PaperListings): readonly PaperAffiliation[] {
  const statedAs = new Map<string, string[]>();
  for (const { institutions } of listings) {
    for (const { key, statedAs: spelling } of institutions) {
      const known = statedAs.get(key) ?? [];
      if (!known.includes(spelling)) known.push(spelling);
      statedAs.set(key, known);
    }
  }
  return [...statedAs].map(([institutionKey, spellings], position) => ({
    institutionKey,
    position,
    statedAs: spellings,
  }));
}

interface Published {
  readonly publications: readonly PaperPublication[];
  readonly year: number | null;
  readonly type: PaperType;
  readonly problems: readonly PaperProblem[];
}

function publicationsOf(listings: PaperListings): Published {
  const stated = listings.filter(({ venue }) => venue.series.length > 0);
  const reviewed = stated.filter(({ venue }) => venue.isPeerReviewed);
  // Sorting is stable, so equal years keep the order of precedence; an unknown year comes last.
  const byYear = (some: PaperListings) => [...some].sort((a, b) => (a.year ?? 9999) - (b.year ?? 9999));
  const main = reviewed[0] ?? byYear(stated)[0];
  const preprints = byYear(stated.filter((each) => !each.venue.isPeerReviewed && !isSamePlace(each, main)));
  const places = main ? [main, ...preprints.filter((each) => each !== main)] : [];
  const year = main?.year ?? byYear([...listings])[0]?.year ?? null;
  return {
    publications: placesOf(places),
    year,
    type: typeOf(main),
    problems: reviewed
      .filter((each) => main && !isSamePlace(each, main))
      .flatMap((each) => (main ? [conflict(main, each)] : [])),
  };
}

function placesOf(places: PaperListings): readonly PaperPublication[] {
  const seen = new Map<string, PaperPublication>();
  for (const { venue, year } of places) {
    for (const { key, acronym, facts } of venue.series) {
      if (seen.has(key)) continue;
      const editionKey = year !== null && hasEditions(key, facts?.kind ?? 'OTHER') ? `${key}-${year}` : null;
      seen.set(key, { conferenceKey: key, editionKey, year, position: seen.size, statedAs: acronym });
    }
  }
  return [...seen.values()];
}

/** Theses stand as series of their own in the tables, but are no conference. */
const theses: ReadonlySet<string> = new Set(['phd-thesis', 'master-s-thesis']);

function hasEditions(key: string, kind: ConferenceKind): boolean {
  return (kind === 'CONFERENCE' || kind === 'WORKSHOP' || kind === 'OTHER') && !theses.has(key);
}

function isSamePlace(one: ListingIdentity, other: ListingIdentity | undefined): boolean {
  return one.venue.series[0]?.key === other?.venue.series[0]?.key && one.year === other?.year;
}

function typeOf(listing: ListingIdentity | undefined): PaperType {
  const series = listing?.venue.series[0];
  if (series && theses.has(series.key)) return 'THESIS';
  const kind = series?.facts?.kind;
  if (kind === 'PREPRINT_SERVER') return 'PREPRINT';
  if (kind === 'REPORT_SERIES') return 'REPORT';
  if (kind === 'BOOK_SERIES') return 'BOOK';
  return listing ? 'ARTICLE' : 'OTHER';
}

function conflict(taken: ListingIdentity, left: ListingIdentity): PaperProblem {
  const name = taken.listing.record.shortName ?? taken.listing.record.title;
  const problem: Problem = {
    code: 'VENUE_CONFLICT',
    severity: 'WARNING',
    message:
      `"${name}" is stated here as published at "${left.listing.record.venue}", ` +
      `but as "${taken.listing.record.venue}" in another place, which is taken`,
    suggestion: 'State one place of publication in both lines.',
    position: left.listing.record.position,
    related: [taken.listing.record.position],
  };
  return { pageKey: left.listing.pageKey, problem };
}

function linksOf(listings: PaperListings): readonly PaperLink[] {
  const links = new Map<string, { url: string; kind: LinkKind; label: string | null }>();
  for (const { listing } of listings) {
    for (const { url, kind, label } of listing.record.links) {
      const key = URL.canParse(url) ? url : `${listing.sourceKey}:${url}`;
      if (!links.has(key)) links.set(key, { url, kind, label });
    }
  }
  return [...links].map(([linkKey, link], position) => ({ linkKey, ...link, position }));
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
