import { hostOf, lastPart } from '../model/described.ts';
import type { Paper, PaperAffiliation, PaperLink, PaperProblem, PaperPublication } from '../model/graph.ts';
import type { ConferenceKind } from '../model/names/facts.ts';
import { builtInNames, type Names } from '../model/names/names.ts';
import { doiOf } from '../model/paper-ids.ts';
import type { Problem } from '../model/problem.ts';
import type { LinkKind, PaperType, SourceRecord } from '../model/source-record.ts';
import { authorshipsOf } from './authorships.ts';
import type { ListingIdentity } from './listing-identity.ts';
import { nameProblemsOf } from './name-problems.ts';
import type { PaperListings } from './same-paper.ts';
import { topicsStatedIn } from './topics.ts';

/** Why a fact is what it is. `explain` shows the sentence. */
export const factRules = {
  FIRST_STATED: 'the first that a listing states, in the order of sources, pages and lines',
  SHORT_NAME: 'the short name, since no listing states a title',
  PEER_REVIEWED: 'the first peer-reviewed place that a listing states, before any preprint',
  EARLIEST_PLACE: 'the earliest place that a listing states, since none is peer-reviewed',
  ALSO_PREPRINT: 'a preprint or report that a listing states beside the place of publication, the earliest first',
  YEAR_OF_PLACE: 'the year of the place of publication taken',
  EARLIEST_YEAR: 'the earliest year that a listing gives, since none states a place of publication',
  KIND_OF_PLACE: 'follows from the kind of the place of publication',
  ESSAY: 'a listing shows it to be an essay',
  STATED_KIND: 'the first kind of work that a listing states, of those for the place of publication taken',
  HIGHEST: 'the highest count that a listing states, since counts only grow',
  EVERY_STATED: 'every one that a listing states',
  INNERMOST_HEADING: 'the innermost heading that a listing stands under',
  INCOMPLETE: 'a listing says that institutions are missing, and none names them all',
  COMPLETED: 'a listing says that institutions are missing, and another one names them all',
  COMPLETE: 'no listing says that institutions are missing',
} as const;

type FactRule = keyof typeof factRules;

/** What one listing states on a fact, and whether that is what holds. */
export interface Stated {
  readonly listing: ListingIdentity;
  readonly text: string;
  readonly isTaken: boolean;
}

/** A fact, the rule that chose it, and all that was stated on it, in order of precedence. */
export interface Fact<T> {
  readonly value: T;
  readonly rule: FactRule;
  readonly stated: readonly Stated[];
}

/** What rules choose of a paper where listings may disagree. */
export interface ChosenFacts {
  readonly title: Fact<string>;
  readonly shortName: Fact<string | null>;
  readonly publications: Fact<readonly PaperPublication[]>;
  readonly year: Fact<number | null>;
  readonly type: Fact<PaperType>;
  readonly doi: Fact<string | null>;
  readonly arxivId: Fact<string | null>;
  readonly track: Fact<string | null>;
  readonly affiliationsIncomplete: Fact<boolean>;
  readonly citedByCount: Fact<number | null>;
}

/** The choices behind one paper's facts; see `paperFrom`. */
export function chosenFacts(listings: PaperListings): ChosenFacts & { readonly problems: readonly PaperProblem[] } {
  const shortName = firstStated(listings, ({ listing }) => listing.record.shortName);
  const title = firstStated(listings, ({ listing }) => listing.record.title);
  const published = publicationsOf(listings);
  const essays = listings.filter(({ listing }) => listing.record.type === 'ESSAY');
  return {
    title:
      title.value === null
        ? { ...shortName, value: shortName.value ?? '', rule: 'SHORT_NAME' }
        : { ...title, value: title.value },
    shortName,
    ...published,
    type: essays.length > 0 ? { value: 'ESSAY', rule: 'ESSAY', stated: essays.map(isAn('essay')) } : published.type,
    doi: firstStated(listings, ({ doi }) => doi),
    arxivId: firstStated(listings, ({ arxivId }) => arxivId),
    track: firstStated(listings, ({ listing }) => listing.record.track),
    affiliationsIncomplete: incompleteness(listings),
    citedByCount: highestCount(listings),
  };
}

function isAn(text: string) {
  return (listing: ListingIdentity): Stated => ({ listing, text, isTaken: true });
}

function highestCount(listings: PaperListings): Fact<number | null> {
  const stated = listings.flatMap((listing) => {
    const count = listing.listing.record.citedByCount;
    return count === undefined ? [] : [{ listing, count }];
  });
  const value = stated.length === 0 ? null : Math.max(...stated.map(({ count }) => count));
  return {
    value,
    rule: 'HIGHEST',
    stated: stated.map(({ listing, count }) => ({ listing, text: String(count), isTaken: count === value })),
  };
}

function firstStated(listings: PaperListings, of: (listing: ListingIdentity) => string | null): Fact<string | null> {
  const stated = listings.flatMap((listing) => {
    const text = of(listing);
    return text === null ? [] : [{ listing, text }];
  });
  const value = stated[0]?.text ?? null;
  return { value, rule: 'FIRST_STATED', stated: stated.map((each) => ({ ...each, isTaken: each.text === value })) };
}

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
  const titles = records.flatMap((record) => record.title ?? []);
  const chosen = chosenFacts(listings);
  const shortName = chosen.shortName.value;
  const affiliations = affiliationsOf(listings);
  const dois = distinct(listings.flatMap(({ doi }) => doi ?? []));
  const arxivIds = distinct(listings.flatMap(({ arxivId }) => arxivId ?? []));
  const titleKeys = distinct(listings.flatMap(({ titleKey }) => titleKey ?? []));
  const nameKeys = distinct(listings.map(({ nameKey }) => nameKey));
  const recordIds = distinct(listings.flatMap(({ recordId }) => recordId ?? []));
  return {
    key,
    title: chosen.title.value,
    shortName,
    year: chosen.year.value,
    type: chosen.type.value,
    doi: chosen.doi.value,
    arxivId: chosen.arxivId.value,
    titleKey: titleKeys[0] ?? null,
    nameKey: nameKeys[0] ?? '',
    awards: distinct(records.flatMap(({ awards }) => awards)),
    track: chosen.track.value,
    affiliationsIncomplete: chosen.affiliationsIncomplete.value,
    text: distinct([
      ...titles,
      ...(shortName ? [shortName] : []),
      ...records.flatMap((record) => [...record.section, ...record.remarks, ...(record.keywords ?? [])]),
      ...records.flatMap((record) => topicNames(record, names)),
      ...records.flatMap((record) => record.abstract ?? []),
    ]),
    affiliations,
    publications: chosen.publications.value,
    topics: topicsStatedIn(
      listings.map(({ listing }) => listing),
      names,
    ),
    links: linksOf(listings),
    identifiers: [
      ...dois.slice(1).map((doi) => `doi:${doi}`),
      ...arxivIds.slice(1).map((id) => `arxiv:${id}`),
      ...titleKeys.slice(1).map((each) => `title:${each}`),
      ...nameKeys.slice(1).map((each) => `name:${each}`),
      ...recordIds.slice(1).map((each) => `record:${each}`),
    ],
    recordId: recordIds[0] ?? null,
    recordHost: hostOfAll(listings),
    openalexId: openalexIdIn(recordIds),
    citedByCount: chosen.citedByCount.value,
    abstract: records.flatMap((record) => record.abstract ?? [])[0] ?? null,
    authorships: authorshipsOf(listings, key, affiliations, names),
    references: distinct(records.flatMap((record) => (record.references ?? []).map((each) => doiOf(each) ?? each))),
    listingKeys: listings.map(({ listing }) => listing.key),
    problems: [...chosen.problems, ...listings.flatMap(({ listing }) => nameProblemsOf(listing, names))],
  };
}

function topicNames({ topicIds = [] }: SourceRecord, { described }: Names): readonly string[] {
  return topicIds.flatMap((id) => described.topics.get(id)?.name ?? []);
}

/** The host of all records where each listing is a record of one; null where a list states the paper too. */
function hostOfAll(listings: PaperListings): string | null {
  const hosts = new Set(listings.map(({ recordId }) => (recordId === null ? null : hostOf(recordId))));
  const [host = null] = hosts;
  return hosts.size === 1 ? host : null;
}

function openalexIdIn(recordIds: readonly string[]): string | null {
  const id = recordIds.find((each) => /^https?:\/\/openalex\.org\/W\d+$/i.test(each));
  return id === undefined ? null : lastPart(id).toUpperCase();
}

function incompleteness(listings: PaperListings): Fact<boolean> {
  const missing = listings.filter(({ listing }) => listing.record.institutionsIncomplete);
  if (missing.length === 0) return { value: false, rule: 'COMPLETE', stated: [] };
  const named = distinct(listings.flatMap(({ institutions }) => institutions.map(({ key }) => key))).length;
  // A listing that names every institution that any listing names, and does not say "others", completes the rest.
  const completing = listings.filter(
    ({ listing: { record }, institutions }) =>
      !record.institutionsIncomplete &&
      record.institutions.length > 0 &&
      distinct(institutions.map(({ key }) => key)).length === named,
  );
  const isCompleted = completing.length > 0;
  return {
    value: !isCompleted,
    rule: isCompleted ? 'COMPLETED' : 'INCOMPLETE',
    stated: [
      ...missing.map((listing) => ({ listing, text: 'says that others are missing', isTaken: !isCompleted })),
      ...completing.map((listing) => ({ listing, text: 'names them all', isTaken: true })),
    ],
  };
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
  readonly publications: Fact<readonly PaperPublication[]>;
  readonly year: Fact<number | null>;
  readonly type: Fact<PaperType>;
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
  const isTaken = (each: ListingIdentity) => places.some((place) => isSamePlace(each, place));
  const statedPlaces = stated.map((listing) => ({ listing, text: placeText(listing), isTaken: isTaken(listing) }));
  return {
    publications: {
      value: placesOf(places),
      rule: reviewed.length > 0 ? 'PEER_REVIEWED' : 'EARLIEST_PLACE',
      stated: statedPlaces,
    },
    year: yearOf(listings, main),
    type: kindOf(main, listings, {
      value: typeOf(main),
      rule: 'KIND_OF_PLACE',
      stated: statedPlaces.filter(({ listing }) => isSamePlace(listing, main)),
    }),
    problems: reviewed
      .filter((each) => main && !isSamePlace(each, main))
      .flatMap((each) => (main ? [conflict(main, each)] : [])),
  };
}

/** What listings of the place taken say of the kind of work, where they do; else what follows from the place. */
function kindOf(main: ListingIdentity | undefined, listings: PaperListings, ofPlace: Fact<PaperType>): Fact<PaperType> {
  const stated = listings.flatMap((listing) => {
    const { type } = listing.listing.record;
    return type !== undefined && (main === undefined || isSamePlace(listing, main)) ? [{ listing, type }] : [];
  });
  const value = stated[0]?.type;
  if (value === undefined) return ofPlace;
  return {
    value,
    rule: 'STATED_KIND',
    stated: stated.map(({ listing, type }) => ({ listing, text: type, isTaken: type === value })),
  };
}

function yearOf(listings: PaperListings, main: ListingIdentity | undefined): Fact<number | null> {
  const years = listings.flatMap(({ year }) => year ?? []);
  const earliest = years.length === 0 ? null : Math.min(...years);
  const value = main?.year ?? earliest;
  return {
    value,
    rule: main?.year ? 'YEAR_OF_PLACE' : 'EARLIEST_YEAR',
    stated: listings.flatMap((listing) =>
      listing.year === null ? [] : [{ listing, text: String(listing.year), isTaken: listing.year === value }],
    ),
  };
}

/** "OSDI 2023", in the names of the tables where they know the series. */
function placeText({ venue, year }: ListingIdentity): string {
  const series = venue.series.map(({ acronym }) => acronym).join(' / ');
  return year === null ? series : `${series} ${year}`;
}

function placesOf(places: PaperListings): readonly PaperPublication[] {
  const seen = new Map<string, PaperPublication>();
  for (const { venue, year, listing } of places) {
    // A data set gives the series and a year of publication, which need not be that of an edition.
    const statesEdition = listing.record.conferenceId === undefined;
    for (const { key, acronym, facts } of venue.series) {
      if (seen.has(key)) continue;
      const editionKey =
        statesEdition && year !== null && hasEditions(key, facts?.kind ?? 'OTHER') ? `${key}-${year}` : null;
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
