import { hostOf, lastPart } from '../model/described.ts';
import type { IdentityTokens, Listing } from '../model/graph.ts';
import { isReviewed, readVenue, type VenueReading } from '../model/names/conference-names.ts';
import { builtInNames, type Names } from '../model/names/names.ts';
import { addressKey, arxivIdOf, arxivYear, doiOf, doiYear } from '../model/paper-ids.ts';
import type { SourceRecord } from '../model/source-record.ts';
import { fold, slug } from '../model/text.ts';
import { institutionsStatedIn, type StatedInstitution } from './stated-institutions.ts';

/** What of a listing tells which paper it is about. */
export interface ListingIdentity {
  readonly listing: Listing;
  readonly venue: VenueReading;
  readonly year: number | null;
  readonly doi: string | null;
  readonly arxivId: string | null;
  /** Addresses of its paper links, in the form that identifies. */
  readonly addresses: readonly string[];
  readonly foldedTitle: string | null;
  readonly foldedShortName: string | null;
  /** The folded title where it has at least `identifyingWordCount` words, else null. */
  readonly titleKey: string | null;
  readonly nameKey: string;
  readonly institutions: readonly StatedInstitution[];
  /** The record's own id in its data set; null for a row of a list. */
  readonly recordId: string | null;
}

/** Shorter titles ("Introduction", "Preface") are shared by papers that have nothing to do with each other. */
const identifyingWordCount = 4;
const keyLength = 80;
const noVenue: VenueReading = readVenue('');

/** Reads a listing's identifiers from its venue, its links and its names. */
export function identityOf(listing: Listing, names: Names = builtInNames): ListingIdentity {
  const { record } = listing;
  const { title, shortName, year: statedYear, links, recordId = null } = record;
  const venue = venueOf(record, names);
  const paperLinks = links.filter(({ kind }) => kind === 'PAPER' || kind === 'PDF').map(({ url }) => url);
  const arxivId = record.arxivId ?? venue.arxivId ?? firstOf(paperLinks, arxivIdOf);
  const doi = record.doi ?? firstOf(paperLinks, doiOf);
  const year = yearOf(statedYear, venue) ?? yearBy(doi, doiYear) ?? yearBy(arxivId, arxivYear);
  const foldedTitle = title === null ? null : fold(title);
  return {
    listing,
    venue,
    year,
    doi,
    arxivId,
    addresses: paperLinks.flatMap((url) => addressKey(url) ?? []),
    foldedTitle,
    foldedShortName: shortName === null ? null : fold(shortName),
    titleKey: foldedTitle !== null && foldedTitle.split(' ').length >= identifyingWordCount ? foldedTitle : null,
    // The key that its paper would have, so that papers which could claim one key meet.
    nameKey: recordId === null ? nameKeyOf(shortName ?? title ?? '', venue, year) : lastPart(recordId),
    institutions: institutionsStatedIn(record, names),
    recordId,
  };
}

function venueOf({ venue, conferenceId }: SourceRecord, names: Names): VenueReading {
  const described = conferenceId === undefined ? undefined : names.described.conferences.get(conferenceId);
  if (!described) return venue === null ? noVenue : names.readVenue(venue);
  const { statedAs, facts } = described;
  const series = [{ key: facts.key, acronym: statedAs, facts }];
  return { ...noVenue, series, isPeerReviewed: isReviewed(facts) };
}

/** A year beside a peer-reviewed edition that states its own is of something else, such as the first preprint. */
function yearOf(stated: number | null, { year, isPeerReviewed }: VenueReading): number | null {
  return isPeerReviewed ? (year ?? stated) : (stated ?? year);
}

/** The tokens of some listings, each once, sorted. */
export function tokensOf(identities: readonly ListingIdentity[]): IdentityTokens {
  return {
    dois: distinct(identities.map(({ doi }) => doi)),
    arxivIds: distinct(identities.map(({ arxivId }) => arxivId)),
    addresses: distinct(identities.flatMap(({ addresses }) => addresses)),
    titleKeys: distinct(identities.map(({ titleKey, recordId }) => (recordId === null ? titleKey : null))),
    recordTitles: recordTitlesOf(identities),
    nameKeys: distinct(identities.map(({ nameKey }) => nameKey)),
    recordIds: distinct(identities.map(({ recordId }) => recordId)),
  };
}

function recordTitlesOf(identities: readonly ListingIdentity[]): IdentityTokens['recordTitles'] {
  return identities.flatMap(({ titleKey, recordId }) =>
    titleKey === null || recordId === null ? [] : [{ titleKey, host: hostOf(recordId) }],
  );
}

function nameKeyOf(name: string, { series }: VenueReading, year: number | null): string {
  const parts = [slug(name), series[0]?.key, year === null ? undefined : String(year)];
  const key = parts.filter((part) => part !== undefined && part !== '').join('-');
  if (key.length <= keyLength) return key;
  const cut = key.lastIndexOf('-', keyLength);
  return key.slice(0, cut > 0 ? cut : keyLength);
}

function yearBy(id: string | null, read: (id: string) => number | null): number | null {
  return id === null ? null : read(id);
}

function firstOf(texts: readonly string[], read: (text: string) => string | null): string | null {
  for (const text of texts) {
    const found = read(text);
    if (found !== null) return found;
  }
  return null;
}

function distinct(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== null))].sort();
}
