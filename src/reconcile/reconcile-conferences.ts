import type { Conference, ConferenceListing, Edition, ListedConferences } from '../model/graph.ts';
import { seriesNamed } from '../model/names/conference-names.ts';
import { coLocatedWith, editionsNamed } from '../model/names/stated-editions.ts';
import { conferenceFrom } from './conference-facts.ts';
import { type EditionListing, editionFrom } from './edition-facts.ts';
import { addSeries, inKeyOrder } from './named-things.ts';

/** Keys of the series that a row is about; several for a joint edition. */
export function seriesKeysOf({ record }: ConferenceListing): readonly string[] {
  if (record.about === 'EDITION') return editionsNamed(record).map(({ series }) => series.key);
  const series = seriesNamed(record.acronym, record.fullName);
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
): ListedConferences {
  const sorted = [...listings].sort(byPrecedence);
  const conferences = grouped(former.conferenceKeys, sorted, seriesKeysOf).map(([key, about]) =>
    conferenceFrom(key, about),
  );
  const named = new Map<string, Edition>(former.editions.map((edition) => [edition.key, edition]));
  const stated = new Map<string, EditionListing[]>([...named.keys()].map((key) => [key, []]));
  for (const listing of sorted) {
    for (const { key, series, year } of editionsOf(listing)) {
      named.set(key, { key, conferenceKey: series.key, year });
      stated.set(key, [...(stated.get(key) ?? []), listing as EditionListing]);
    }
  }
  const editions = inKeyOrder(named).map((edition) => editionFrom(edition, stated.get(edition.key) ?? []));
  return {
    conferences: conferences.map(({ conference }) => conference),
    editions: editions.map(({ edition }) => edition),
    ...mentionedIn(sorted, { conferences: conferences.map(({ conference }) => conference), editions: named }),
    problems: [...conferences, ...editions].flatMap(({ problems }) => problems),
  };
}

function editionsOf({ record }: ConferenceListing) {
  return record.about === 'EDITION' ? editionsNamed(record) : [];
}

function mentionedIn(
  listings: readonly ConferenceListing[],
  told: { readonly conferences: readonly Conference[]; readonly editions: ReadonlyMap<string, Edition> },
) {
  const conferences = new Map<string, Conference>();
  const editions = new Map<string, Edition>();
  for (const { parentKey } of told.conferences) if (parentKey !== null) addSeries(parentKey, conferences);
  for (const { record } of listings) {
    if (record.about !== 'EDITION') continue;
    for (const { year } of editionsNamed(record)) {
      for (const other of coLocatedWith(record, year)) {
        if (other.year !== year || told.editions.has(other.key)) continue;
        addSeries(other.series.key, conferences);
        editions.set(other.key, { key: other.key, conferenceKey: other.series.key, year });
      }
    }
  }
  for (const { key } of told.conferences) conferences.delete(key);
  return { mentionedConferences: inKeyOrder(conferences), mentionedEditions: inKeyOrder(editions) };
}

/** Listings by the things that they are about, every known thing among them, in the order of keys. */
function grouped(
  known: readonly string[],
  listings: readonly ConferenceListing[],
  keysOf: (listing: ConferenceListing) => readonly string[],
): readonly (readonly [string, readonly ConferenceListing[]])[] {
  const groups = new Map<string, ConferenceListing[]>(known.map((key) => [key, []]));
  for (const listing of listings) {
    for (const key of new Set(keysOf(listing))) groups.set(key, [...(groups.get(key) ?? []), listing]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The fixed order in which listings speak: source, page, line. Never the order of arrival. */
function byPrecedence(a: ConferenceListing, b: ConferenceListing): number {
  return (
    compare(a.sourceKey, b.sourceKey) ||
    compare(a.pageKey, b.pageKey) ||
    a.record.position.line - b.record.position.line ||
    compare(a.key, b.key)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
