import type { Conference, ConferenceListing, Edition, ListedConferences } from '../model/graph.ts';
import { seriesNamed } from '../model/names/conference-names.ts';
import { builtInNames, type Names } from '../model/names/names.ts';
import { coLocatedWith, editionsNamed } from '../model/names/stated-editions.ts';
import { compareTexts } from '../model/text.ts';
import { conferenceFrom } from './conference-facts.ts';
import { type EditionListing, editionFrom, isAboutEdition } from './edition-facts.ts';
import { addSeries, inKeyOrder } from './named-things.ts';

/** Keys of the series that a row is about; several for a joint edition. */
export function seriesKeysOf({ record }: ConferenceListing, names: Names): readonly string[] {
  if (record.about === 'EDITION') return editionsNamed(record, names).map(({ series }) => series.key);
  const series = seriesNamed(record.acronym, record.fullName, names.findConference);
  return series ? [series.key] : [];
}

/**
 * What we hold true of series and their years, given what sources state of them. A pure function of the set of listings:
 * their order does not matter.
 *
 * @param listings - with a listing, every other about one of its series
 * @param former - series and editions that the store has of these, so that what no listing states any more is told too
 */
export function reconcileConferences(
  listings: readonly ConferenceListing[],
  former: { readonly conferenceKeys: readonly string[]; readonly editions: readonly Edition[] },
  names: Names = builtInNames,
): ListedConferences {
  const sorted = [...listings].sort(byPrecedence);
  const about = new Map<string, ConferenceListing[]>(former.conferenceKeys.map((key) => [key, []]));
  for (const listing of sorted) {
    for (const key of new Set(seriesKeysOf(listing, names))) {
      const known = about.get(key);
      if (known) known.push(listing);
      else about.set(key, [listing]);
    }
  }
  const conferences = inKeyOrder(new Map([...about].map(([key, some]) => [key, { key, some }]))).map(({ key, some }) =>
    conferenceFrom(key, some, names),
  );
  const rows = sorted.filter(isAboutEdition);
  const editions = editionsIn(rows, former.editions, names).map(({ edition, some }) =>
    editionFrom(edition, some, names),
  );
  const told = {
    conferences: conferences.map(({ conference }) => conference),
    editions: editions.map(({ edition }) => edition),
  };
  return {
    ...told,
    ...mentionedIn(rows, told, names),
    problems: [...conferences, ...editions].flatMap(({ problems }) => problems),
  };
}

/** Every year that rows are about, and every former one, with its rows, in the order of keys. */
function editionsIn(rows: readonly EditionListing[], former: readonly Edition[], names: Names) {
  const found = new Map(
    former.map((edition) => [edition.key, { key: edition.key, edition, some: [] as EditionListing[] }]),
  );
  for (const row of rows) {
    for (const { key, series, year } of editionsNamed(row.record, names)) {
      const known = found.get(key);
      if (known) known.some.push(row);
      else found.set(key, { key, edition: { key, conferenceKey: series.key, year }, some: [row] });
    }
  }
  return inKeyOrder(found);
}

/** What rows name and tell nothing about: series above workshops, and the other side of "co-located with". */
function mentionedIn(
  rows: readonly EditionListing[],
  told: Pick<ListedConferences, 'conferences' | 'editions'>,
  names: Names,
): Pick<ListedConferences, 'mentionedConferences' | 'mentionedEditions'> {
  const conferences = new Map<string, Conference>();
  const editions = new Map<string, Edition>();
  for (const { parentKey } of told.conferences) if (parentKey !== null) addSeries(parentKey, conferences, names);
  for (const { record } of rows) {
    for (const { year } of editionsNamed(record, names)) {
      for (const { key, series, year: otherYear } of coLocatedWith(record, year, names)) {
        if (otherYear !== year) continue;
        addSeries(series.key, conferences, names);
        editions.set(key, { key, conferenceKey: series.key, year });
      }
    }
  }
  for (const { key } of told.conferences) conferences.delete(key);
  for (const { key } of told.editions) editions.delete(key);
  return { mentionedConferences: inKeyOrder(conferences), mentionedEditions: inKeyOrder(editions) };
}

/** The fixed order in which listings speak: source, page, line. Never the order of arrival. */
export function byPrecedence(a: ConferenceListing, b: ConferenceListing): number {
  return (
    compareTexts(a.sourceKey, b.sourceKey) ||
    compareTexts(a.pageKey, b.pageKey) ||
    a.record.position.line - b.record.position.line ||
    compareTexts(a.key, b.key)
  );
}
