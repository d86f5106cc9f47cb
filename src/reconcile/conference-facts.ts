import type { ConferenceListing, ConferenceProblem, ListedConference } from '../model/graph.ts';
import { distinguishingWords } from '../model/names/conference-index.ts';
import { grouped } from '../model/names/grouped.ts';
import type { Names } from '../model/names/names.ts';
import { editionsNamed } from '../model/names/stated-editions.ts';
import type { StatedRank } from '../model/source-record.ts';
import { fold } from '../model/text.ts';
import { conflictProblem } from './conference-problems.ts';
import { unknownConference } from './named-things.ts';

export type SeriesListing = ConferenceListing & { readonly record: { readonly about: 'CONFERENCE' } };

export function isAboutSeries(listing: ConferenceListing): listing is SeriesListing {
  return listing.record.about === 'CONFERENCE';
}

/**
 * One series from the listings about it and its years: names from the tables where they know it, ranks from listings. Of
 * two that disagree the first in precedence is taken.
 *
 * @param listings - in order of precedence; none where nothing states the series any more
 */
export function conferenceFrom(
  key: string,
  listings: readonly ConferenceListing[],
  names: Names,
): { readonly conference: ListedConference; readonly problems: readonly ConferenceProblem[] } {
  const aboutSeries = listings.filter(isAboutSeries);
  const facts = names.conferenceByKey(key);
  const { ranks, problems } = ranksFrom(key, aboutSeries);
  const called = facts
    ? { acronym: facts.acronym, isKnown: true, name: facts.name, aliases: facts.aliases, kind: facts.kind }
    : namesFrom(key, listings, names);
  return {
    conference: {
      ...unknownConference(key, key),
      ...called,
      parentKey: facts?.parentKey ?? null,
      ranks,
      listingKeys: aboutSeries.map((listing) => listing.key),
    },
    problems: [...problems, ...(facts ? [] : nameConflicts(key, aboutSeries))],
  };
}

/** A series that no table knows is called as its first listing calls it; other names are aliases. */
function namesFrom(key: string, listings: readonly ConferenceListing[], names: Names): Partial<ListedConference> {
  const acronyms = listings.flatMap(({ record }) => acronymIn(record, key, names));
  const fullNames = listings.flatMap(({ record }) => fullNameIn(record) ?? []);
  const [acronym] = acronyms;
  if (acronym === undefined) return {};
  const name = fullNames[0] ?? null;
  const taken = new Set([fold(acronym), fold(name ?? '')]);
  const aliases = [...acronyms, ...fullNames].filter((each) => !taken.has(fold(each)) && taken.add(fold(each)));
  return {
    acronym,
    isKnown: true,
    name,
    aliases,
    kind: /\bworkshop\b/iu.test(name ?? acronym) ? 'WORKSHOP' : kindOf(name),
  };
}

function kindOf(name: string | null): ListedConference['kind'] {
  if (name === null) return 'OTHER';
  return /\b(?:journal|transactions)\b/iu.test(name) ? 'JOURNAL' : 'CONFERENCE';
}

function acronymIn(record: ConferenceListing['record'], key: string, names: Names): readonly string[] {
  if (record.about === 'CONFERENCE') return [record.acronym];
  return editionsNamed(record, names)
    .filter(({ series }) => series.key === key)
    .map(({ series }) => series.acronym);
}

function fullNameIn(record: ConferenceListing['record']): string | null {
  return record.about === 'CONFERENCE' ? record.fullName : (record.series?.fullName ?? null);
}

function ranksFrom(key: string, listings: readonly SeriesListing[]) {
  const ranks: StatedRank[] = [];
  const problems: ConferenceProblem[] = [];
  for (const { scheme, stated } of statedRanks(listings)) {
    const [taken, ...others] = stated;
    if (!taken) continue;
    ranks.push({ scheme, value: taken.value });
    for (const left of others.filter(({ value }) => value !== taken.value)) {
      const what = { code: 'RANK_CONFLICT', name: left.listing.record.acronym, fact: `ranked ${scheme}` };
      problems.push(conflictProblem(key, what, taken, left));
    }
  }
  return { ranks, problems };
}

/** What listings state of one scheme of ranks, in order of precedence: the first holds. */
export interface SchemeRanks {
  readonly scheme: string;
  readonly stated: readonly { readonly listing: SeriesListing; readonly value: string }[];
}

/** The ranks that listings about a series state, in the order of schemes. */
export function statedRanks(listings: readonly SeriesListing[]): readonly SchemeRanks[] {
  const stated = listings.flatMap((listing) =>
    listing.record.ranks.map(({ scheme, value }) => ({ scheme, value, listing })),
  );
  return [...grouped(stated, ({ scheme }) => scheme)]
    .map(([scheme, some]) => ({ scheme, stated: some }))
    .sort((a, b) => (a.scheme < b.scheme ? -1 : 1));
}

/** Two full names that share no distinguishing words may be two series with one acronym. */
function nameConflicts(key: string, listings: readonly SeriesListing[]): readonly ConferenceProblem[] {
  const [first, ...others] = listings.filter(({ record }) => record.fullName !== null);
  if (!first) return [];
  return others
    .filter(({ record }) => !sharesWord(record.fullName ?? '', first.record.fullName ?? ''))
    .map((listing) =>
      conflictProblem(
        key,
        { code: 'SERIES_NAME_CONFLICT', name: listing.record.acronym, fact: 'called' },
        { listing: first, value: first.record.fullName ?? '' },
        { listing, value: listing.record.fullName ?? '' },
      ),
    );
}

function sharesWord(one: string, other: string): boolean {
  const words = new Set(distinguishingWords(one).split(' '));
  return distinguishingWords(other)
    .split(' ')
    .some((word) => words.has(word) && !['conference', 'symposium', 'workshop'].includes(word));
}
