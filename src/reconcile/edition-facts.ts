import type { EditionDays } from '../model/edition-dates.ts';
import type { ConferenceListing, ConferenceProblem, Edition, ListedEdition } from '../model/graph.ts';
import { countryCodeOf } from '../model/names/countries.ts';
import type { Names } from '../model/names/names.ts';
import { coLocatedWith, daysOf, placeOf } from '../model/names/stated-editions.ts';
import { fold } from '../model/text.ts';
import { conflictProblem } from './conference-problems.ts';

export type EditionListing = ConferenceListing & { readonly record: { readonly about: 'EDITION' } };

export function isAboutEdition(listing: ConferenceListing): listing is EditionListing {
  return listing.record.about === 'EDITION';
}

/** A fact of an edition with the listing that states it. */
interface Stated<T> {
  readonly listing: EditionListing;
  readonly value: T;
}

/** Why a fact of an edition is what it is. `explain` shows the sentence. */
export const editionRules = {
  OWN_YEAR_FIRST: 'the first that a listing states, days in another year than the edition’s after all others',
  FIRST_STATED: 'the first that a listing states, in the order of sources, pages and lines',
  ABSOLUTE_FIRST: 'the first whole address that a listing states, before any path in a list',
} as const;

/** All that listings state on one fact, in the order in which the rule takes it: the first holds. */
interface EditionChoice<T> {
  readonly rule: keyof typeof editionRules;
  readonly stated: readonly Stated<T>[];
}

/** What rules choose of an edition where listings may disagree. */
export interface EditionChoices {
  readonly days: EditionChoice<EditionDays>;
  readonly place: EditionChoice<string>;
  readonly url: EditionChoice<string>;
  readonly acceptance: EditionChoice<{ readonly acceptedCount: number; readonly submittedCount: number }>;
}

/** The choices behind one edition's facts; see `editionFrom`. */
export function editionChoices({ year }: Edition, listings: readonly EditionListing[]): EditionChoices {
  const addresses = valuesOf(listings, ({ record }) => record.url);
  const isWhole = ({ value }: Stated<string>) => URL.canParse(value);
  const days = valuesOf(listings, ({ record }) => readableDays(record, year));
  return {
    days: { rule: 'OWN_YEAR_FIRST', stated: inOwnYearFirst(days, year) },
    place: { rule: 'FIRST_STATED', stated: valuesOf(listings, ({ record }) => placeOf(record)) },
    url: {
      rule: 'ABSOLUTE_FIRST',
      stated: [...addresses.filter(isWhole), ...addresses.filter((each) => !isWhole(each))],
    },
    acceptance: { rule: 'FIRST_STATED', stated: valuesOf(listings, ({ record }) => record.acceptance ?? null) },
  };
}

/**
 * One year of a series from the listings about it. Each fact is the first in precedence; days in the edition's own year
 * come before days in another, and an absolute address before a page of a list. Where two disagree, both lines are told.
 *
 * @param listings - in order of precedence; none where nothing but papers states the edition
 */
export function editionFrom(
  edition: Edition,
  listings: readonly EditionListing[],
  names: Names,
): { readonly edition: ListedEdition; readonly problems: readonly ConferenceProblem[] } {
  const { days, place, url, acceptance } = editionChoices(edition, listings);
  const together = coLocations(edition, listings, names);
  return {
    edition: {
      ...edition,
      startDate: days.stated[0]?.value.startDate ?? null,
      endDate: days.stated[0]?.value.endDate ?? null,
      place: place.stated[0]?.value ?? null,
      url: url.stated[0]?.value ?? null,
      acceptedCount: acceptance.stated[0]?.value.acceptedCount ?? null,
      submittedCount: acceptance.stated[0]?.value.submittedCount ?? null,
      coLocatedKeys: together.keys,
      listingKeys: listings.map(({ key }) => key),
    },
    problems: [
      ...conflicts(edition, days.stated, {
        fact: 'held',
        isSame: sameDays,
        shown: ({ listing }) => listing.record.dates ?? '',
      }),
      ...conflicts(edition, place.stated, { fact: 'held in', isSame: placesAgree, shown: ({ value }) => value }),
      ...conflicts(edition, acceptance.stated, {
        fact: 'with papers accepted',
        isSame: (a, b) => a.acceptedCount === b.acceptedCount && a.submittedCount === b.submittedCount,
        shown: ({ value }) => `${value.acceptedCount} of ${value.submittedCount}`,
      }),
      ...together.problems,
    ],
  };
}

function valuesOf<T>(
  listings: readonly EditionListing[],
  read: (listing: EditionListing) => T | null,
): readonly Stated<T>[] {
  return listings.flatMap((listing) => {
    const value = read(listing);
    return value === null ? [] : [{ listing, value }];
  });
}

function readableDays(record: EditionListing['record'], year: number): EditionDays | null {
  const days = daysOf(record, year);
  return typeof days === 'string' ? null : days;
}

function inOwnYearFirst(days: readonly Stated<EditionDays>[], year: number): readonly Stated<EditionDays>[] {
  const isOwn = ({ value }: Stated<EditionDays>) =>
    value.startDate.startsWith(`${year}`) || value.endDate.startsWith(`${year}`);
  return [...days.filter(isOwn), ...days.filter((each) => !isOwn(each))];
}

function sameDays(one: EditionDays, other: EditionDays): boolean {
  return one.startDate === other.startDate && one.endDate === other.endDate;
}

/** Places are written in many ways; they contradict each other where the countries differ, or only one is no place at all. */
function placesAgree(one: string, other: string): boolean {
  if (isVirtual(one) !== isVirtual(other))
    return /virtual|online|hybrid/iu.test(one) && /virtual|online|hybrid/iu.test(other);
  const words = new Set(wordsOf(one));
  if (wordsOf(other).some((word) => words.has(word))) return true;
  const countries = [one, other].map((place) => countryCodeOf(place.slice(place.lastIndexOf(',') + 1)));
  return countries.includes(undefined) || countries[0] === countries[1];
}

function isVirtual(place: string): boolean {
  return /^(?:virtual|online)\b/iu.test(place.trim());
}

function wordsOf(place: string): readonly string[] {
  return fold(place)
    .split(' ')
    .filter((word) => word.length > 3);
}

/** At most one conflict a page, so that a page that says the same year a thousand times stays small. */
function conflicts<T>(
  { conferenceKey }: Edition,
  [taken, ...others]: readonly Stated<T>[],
  {
    fact,
    isSame,
    shown,
  }: {
    readonly fact: string;
    readonly isSame: (one: T, other: T) => boolean;
    readonly shown: (stated: Stated<T>) => string;
  },
): readonly ConferenceProblem[] {
  if (!taken) return [];
  const told = new Set<string>();
  return others
    .filter(({ value }) => !isSame(value, taken.value))
    .filter(({ listing: { pageKey } }) => !told.has(pageKey) && told.add(pageKey))
    .map((left) =>
      conflictProblem(
        conferenceKey,
        { code: 'EDITION_CONFLICT', name: left.listing.record.name, fact },
        { listing: taken.listing, value: shown(taken) },
        { listing: left.listing, value: shown(left) },
      ),
    );
}

/** An edition is held together with editions of its own year; another year is a slip that joins nothing. */
function coLocations({ key, conferenceKey, year }: Edition, listings: readonly EditionListing[], names: Names) {
  const keys = new Set<string>();
  const problems: ConferenceProblem[] = [];
  for (const { record, pageKey } of listings) {
    for (const other of coLocatedWith(record, year, names)) {
      if (other.key === key) continue;
      if (other.year === year) {
        keys.add(other.key);
        continue;
      }
      problems.push({
        conferenceKey,
        pageKey,
        problem: {
          code: 'CO_LOCATION_CONFLICT',
          severity: 'WARNING',
          message: `"${record.name}" is stated to be held together with ${other.series.acronym} ${other.year}, of another year; the two were not joined`,
          suggestion: `Write ${other.series.acronym} ${year} if that is meant.`,
          position: record.position,
          related: [],
        },
      });
    }
  }
  return { keys: [...keys].sort(), problems };
}
