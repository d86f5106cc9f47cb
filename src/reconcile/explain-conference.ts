import type { ExplainedFact } from '../model/explanation.ts';
import type { Conference, ConferenceListing, Edition, ListedConferences, ListedEdition } from '../model/graph.ts';
import type { Names } from '../model/names/names.ts';
import { coLocatedWith, editionsNamed } from '../model/names/stated-editions.ts';
import { isAboutSeries, statedRanks } from './conference-facts.ts';
import { type EditionListing, editionChoices, editionRules, isAboutEdition } from './edition-facts.ts';
import { fact, firstOf, firstSpelling, type Lines, lineOf, spellingsOf } from './explained-lines.ts';
import { byPrecedence, reconcileConferences, seriesKeysOf } from './reconcile-conferences.ts';

const rules = {
  TABLE: 'as the tables of names have it',
  FIRST_STATED: 'no table has it: the first that a listing about it states, in the order of sources, pages and lines',
  FIRST_SPELLING: 'no table has it: of all spellings in use the first in alphabetical order',
  FROM_NAME: 'follows from the name',
  RANK: 'the first that a listing states, in the order of sources, pages and lines',
  LISTED: 'every line that names it',
  ABOUT: 'every line about it',
  SERIES_AND_YEAR: 'a conference and a year that a listing is about, or at which a paper appeared',
  TOGETHER: 'every edition of the same year that a listing about either says it is held together with',
} as const;

/** What sources state that bears on a series or one of its years. */
export interface StatedOfConference {
  /** What papers' listings give, or undefined where no paper refers to it. */
  readonly ofPapers: { readonly conference?: Conference | undefined; readonly edition?: Edition | undefined };
  /** Lines of papers' listings that name it. */
  readonly lines: Lines;
  /** Listings about it, about series and years within it, and about years held together with those. */
  readonly listings: readonly ConferenceListing[];
}

/** The facts of a series; undefined where nothing gives it. What listings about it state goes before what papers do. */
export function explainSeries(
  key: string,
  { ofPapers, lines, listings }: StatedOfConference,
  names: Names,
): readonly ExplainedFact[] | undefined {
  const listed = reconcileConferences(listings, nothingFormer, names);
  const found = conferenceIn(listed, key) ?? ofPapers.conference;
  if (found === undefined) return undefined;
  const about = [...listings].sort(byPrecedence).filter((listing) => seriesKeysOf(listing, names).includes(key));
  const ofSeries = about.filter(isAboutSeries);
  const isInTables = names.conferenceByKey(key) !== undefined;
  const rule = isInTables ? rules.TABLE : about.length > 0 ? rules.FIRST_STATED : rules.FIRST_SPELLING;
  const acronyms = about.flatMap((listing) => acronymIn(listing, key, names).map((text) => ({ listing, text })));
  const fullNames = about.flatMap((listing) => {
    const text = fullNameIn(listing);
    return text === null ? [] : [{ listing, text }];
  });
  const stated = (name: string, value: string | null, all: Parameters<typeof firstOf>[2]) =>
    isInTables || all.length === 0 ? fact(name, value, rule) : firstOf(name, rule, all);
  const isNamedByPapers = !isInTables && about.length === 0;
  return [
    isNamedByPapers ? fact('acronym', firstSpelling(lines), rule, lines) : stated('acronym', found.acronym, acronyms),
    stated('name', found.name, fullNames),
    fact('other names', found.aliases.join('; ') || null, rule),
    fact('kind', found.isKnown ? found.kind : null, isInTables ? rules.TABLE : rules.FROM_NAME),
    fact('part of', found.parentKey, rule),
    ...statedRanks(ofSeries).map(({ scheme, stated: ranks }) =>
      firstOf(
        `rank ${scheme}`,
        rules.RANK,
        ranks.map(({ listing, value }) => ({ listing, text: value })),
      ),
    ),
    fact('named by', spellingsOf(lines), rules.LISTED, lines),
    fact(
      'listed by',
      about.length === 0 ? null : `${about.length}`,
      rules.ABOUT,
      about.map((listing) => lineOf(listing, writtenIn(listing))),
    ),
  ].filter(({ value }) => value !== null);
}

/** The facts of one year of a series; undefined where nothing gives it. */
export function explainEdition(
  key: string,
  { ofPapers, lines, listings }: StatedOfConference,
  names: Names,
): readonly ExplainedFact[] | undefined {
  const listed = reconcileConferences(listings, nothingFormer, names);
  const found = [...listed.editions, ...listed.mentionedEditions].find((each) => each.key === key) ?? ofPapers.edition;
  if (found === undefined) return undefined;
  const rows = [...listings].sort(byPrecedence).filter(isAboutEdition);
  const about = rows.filter(({ record }) => editionsNamed(record, names).some((each) => each.key === key));
  const { days, place, url, acceptance } = editionChoices(found, about);
  return [
    fact('edition', key, rules.SERIES_AND_YEAR, [
      ...about.map((listing) => lineOf(listing, writtenIn(listing))),
      ...lines,
    ]),
    fact('conference', found.conferenceKey, rules.SERIES_AND_YEAR),
    fact('year', String(found.year), rules.SERIES_AND_YEAR),
    firstOf(
      'days',
      editionRules[days.rule],
      days.stated.map(({ listing, value: { startDate, endDate } }) => ({
        listing,
        text: startDate === endDate ? startDate : `${startDate} to ${endDate}`,
        writtenAs: listing.record.dates,
      })),
    ),
    firstOf('place', editionRules[place.rule], place.stated.map(textOf)),
    firstOf('address', editionRules[url.rule], url.stated.map(textOf)),
    firstOf(
      'papers accepted',
      editionRules[acceptance.rule],
      acceptance.stated.map(({ listing, value: { acceptedCount, submittedCount } }) => ({
        listing,
        text: `${acceptedCount} of ${submittedCount}`,
      })),
    ),
    togetherFact(key, listed.editions, rows, names),
  ].filter(({ value }) => value !== null);
}

const nothingFormer = { conferenceKeys: [], editions: [] };

function conferenceIn({ conferences, mentionedConferences }: ListedConferences, key: string): Conference | undefined {
  return [...conferences, ...mentionedConferences].find((each) => each.key === key);
}

function acronymIn(listing: ConferenceListing, key: string, names: Names): readonly string[] {
  if (isAboutSeries(listing)) return [listing.record.acronym];
  if (!isAboutEdition(listing)) return [];
  const named = editionsNamed(listing.record, names).filter(({ series }) => series.key === key);
  return named.map(({ series }) => series.acronym);
}

function fullNameIn({ record }: ConferenceListing): string | null {
  return record.about === 'CONFERENCE' ? record.fullName : (record.series?.fullName ?? null);
}

function writtenIn({ record }: ConferenceListing): string {
  return record.about === 'CONFERENCE' ? record.acronym : record.name;
}

function textOf({ listing, value }: { readonly listing: EditionListing; readonly value: string }) {
  return { listing, text: value };
}

/** One line may be about a joint edition, and say for each of its series what they are held with. */
function togetherFact(
  key: string,
  editions: readonly ListedEdition[],
  rows: readonly EditionListing[],
  names: Names,
): ExplainedFact {
  const own = editions.filter((each) => each.key === key).flatMap(({ coLocatedKeys }) => coLocatedKeys);
  const others = editions.filter(({ coLocatedKeys }) => coLocatedKeys.includes(key)).map((each) => each.key);
  const together = [...new Set([...own, ...others])].sort();
  const pairs = (row: EditionListing) =>
    editionsNamed(row.record, names).flatMap((named) =>
      coLocatedWith(row.record, named.year, names).map((other) => [named.key, other.key]),
    );
  const stating = rows.filter((row) =>
    pairs(row).some((pair) => pair.includes(key) && pair.some((each) => together.includes(each))),
  );
  // A row of a table may be several listings.
  const lines = new Map(stating.map((row) => [`${row.pageKey}:${row.record.position.line}`, lineOf(row)]));
  return fact('held together with', together.join('; ') || null, rules.TOGETHER, [...lines.values()]);
}
