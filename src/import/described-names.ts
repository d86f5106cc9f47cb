import type { Listing } from '../model/graph.ts';
import {
  type DescribedNames,
  describedNames,
  noDescribedNames,
  withDescribed,
} from '../model/names/described-names.ts';
import type { ConferenceFacts } from '../model/names/facts.ts';
import type { Names } from '../model/names/names.ts';
import type { SourceRecord } from '../model/source-record.ts';
import { fold } from '../model/text.ts';
import {
  conferencesIdentifiedBy,
  type DescribedId,
  identifierOfId,
  institutionsIdentifiedBy,
  topicsIdentifiedBy,
} from '../store/data-set-queries.ts';
import type { GraphStore } from '../store/graph-store.ts';

type Reader = Pick<GraphStore, 'run'>;

/**
 * Names that also know what data sets call by id or by name, as far as some listings need it.
 *
 * @param known - what need not be looked up
 */
export async function namesWithDescribed(
  reader: Reader,
  names: Names,
  listings: readonly Listing[],
  known: DescribedNames = noDescribedNames,
): Promise<Names> {
  const described = await withMissing(reader, names, idsIn(listings), known);
  const withIds = withDescribed(names, described);
  const unknown = [...new Set(listings.flatMap(({ record }) => record.institutions))].filter(
    (text) => names.readInstitution(text).candidates.length === 0 && fold(text) !== '',
  );
  const places = [...new Set(listings.flatMap(({ record }) => (isOfList(record) ? (record.venue ?? []) : [])))];
  const series = places.flatMap((text) => names.readVenue(text).series).filter(({ facts }) => facts === null);
  return withNamedSeries(
    reader,
    unknown.length === 0 ? withIds : await withNamed(reader, { names: withIds, tables: names }, unknown),
    series.map(({ acronym }) => acronym),
  );
}

function isOfList({ recordId }: SourceRecord): boolean {
  return recordId === undefined;
}

/** A series that no table knows is the one that a data set describes under its name. */
async function withNamedSeries(reader: Reader, names: Names, acronyms: readonly string[]): Promise<Names> {
  if (acronyms.length === 0) return names;
  const identifierOf = (name: string) => `conference:${fold(name)}`;
  const found = await conferencesIdentifiedBy(reader, [...new Set(acronyms.map(identifierOf))]);
  const byIdentifier = new Map<string, ConferenceFacts | null>();
  for (const { identifierKey, facts } of found) {
    // What tables know and did not find by this name is not meant by it.
    if (names.conferenceByKey(facts.key) !== undefined && !names.described.conferencesByKey.has(facts.key)) continue;
    byIdentifier.set(identifierKey, byIdentifier.has(identifierKey) ? null : facts);
  }
  if (byIdentifier.size === 0) return names;
  const byKey = new Map([...byIdentifier.values()].flatMap((facts) => (facts ? [[facts.key, facts] as const] : [])));
  return {
    ...names,
    readVenue: (text) => {
      const reading = names.readVenue(text);
      const series = reading.series.map((each) => {
        const facts = each.facts === null ? byIdentifier.get(identifierOf(each.acronym)) : null;
        return facts ? { key: facts.key, acronym: each.acronym, facts } : each;
      });
      return { ...reading, series };
    },
    conferenceByKey: (key) => names.conferenceByKey(key) ?? byKey.get(key),
  };
}

/** What the ids in some listings mean, of those that are known. */
export function describedIdsIn(listings: readonly Listing[], { described }: Names): readonly DescribedId[] {
  const ids = idsIn(listings);
  const institutions = ids.institutions.flatMap((id) => {
    const found = described.institutions.get(id);
    return found ? [{ about: 'INSTITUTION' as const, id, key: found.facts.key, statedAs: found.statedAs }] : [];
  });
  const conferences = ids.conferences.flatMap((id) => {
    const found = described.conferences.get(id);
    return found ? [{ about: 'CONFERENCE' as const, id, key: found.facts.key, statedAs: found.statedAs }] : [];
  });
  const topics = ids.topics.flatMap((id) => {
    const found = described.topics.get(id);
    return found ? [{ about: 'TOPIC' as const, id, key: found.key, statedAs: found.name }] : [];
  });
  return [...institutions, ...conferences, ...topics];
}

interface Ids {
  readonly institutions: readonly string[];
  readonly conferences: readonly string[];
  readonly topics: readonly string[];
}

function idsIn(listings: readonly Listing[]): Ids {
  const institutions = new Set<string>();
  const conferences = new Set<string>();
  const topics = new Set<string>();
  for (const { record } of listings) {
    if (record.recordId === undefined) continue;
    for (const { institutionIds = [] } of record.authors) for (const id of institutionIds) institutions.add(id);
    for (const id of record.institutionIds ?? []) institutions.add(id);
    for (const id of record.topicIds ?? []) topics.add(id);
    if (record.conferenceId !== undefined) conferences.add(record.conferenceId);
  }
  return { institutions: [...institutions], conferences: [...conferences], topics: [...topics] };
}

/** What tables know of a node is more than the node shows: what it belongs to, too. */
async function withMissing(reader: Reader, tables: Names, ids: Ids, known: DescribedNames): Promise<DescribedNames> {
  const missing = {
    institutions: ids.institutions.filter((id) => !known.institutions.has(id)),
    conferences: ids.conferences.filter((id) => !known.conferences.has(id)),
    topics: ids.topics.filter((id) => !known.topics.has(id)),
  };
  if (Object.values(missing).every(({ length }) => length === 0)) return known;
  const idOf = (about: DescribedId['about'], identifierKey: string) =>
    identifierKey.slice(identifierOfId(about, '').length);
  const keysOf = (about: DescribedId['about'], some: readonly string[]) => some.map((id) => identifierOfId(about, id));
  const institutions = await institutionsIdentifiedBy(reader, keysOf('INSTITUTION', missing.institutions));
  const conferences = await conferencesIdentifiedBy(reader, keysOf('CONFERENCE', missing.conferences));
  const topics = await topicsIdentifiedBy(reader, keysOf('TOPIC', missing.topics));
  return describedNames({
    institutions: new Map([
      ...known.institutions,
      ...institutions.map(({ identifierKey, statedAs, facts }) => {
        const node = { statedAs, facts: tables.institutionByKey(facts.key) ?? facts };
        return [idOf('INSTITUTION', identifierKey), node] as const;
      }),
    ]),
    conferences: new Map([
      ...known.conferences,
      ...conferences.map(({ identifierKey, statedAs, facts }) => {
        const node = { statedAs, facts: tables.conferenceByKey(facts.key) ?? facts };
        return [idOf('CONFERENCE', identifierKey), node] as const;
      }),
    ]),
    topics: new Map([
      ...known.topics,
      ...topics.map(({ identifierKey, ...facts }) => [idOf('TOPIC', identifierKey), facts] as const),
    ]),
  });
}

/** A name that no table knows means the one institution that a data set describes under it. */
async function withNamed(
  reader: Reader,
  { names, tables }: { readonly names: Names; readonly tables: Names },
  unknown: readonly string[],
): Promise<Names> {
  const identifierOf = (name: string) => `institution:${fold(name)}`;
  const found = await institutionsIdentifiedBy(reader, [...new Set(unknown.map(identifierOf))]);
  // What tables know and did not find by this name is not meant by it.
  const described = found.filter(({ facts }) => tables.institutionByKey(facts.key) === undefined);
  if (described.length === 0) return names;
  const byIdentifier = new Map<string, (typeof described)[number]['facts'] | null>();
  for (const { identifierKey, facts } of described) {
    byIdentifier.set(identifierKey, byIdentifier.has(identifierKey) ? null : facts);
  }
  const byKey = new Map(described.map(({ facts }) => [facts.key, facts]));
  return {
    ...names,
    readInstitution: (text) => {
      const reading = names.readInstitution(text);
      if (reading.candidates.length > 0) return reading;
      const facts = byIdentifier.get(identifierOf(text));
      return facts ? { candidates: [facts], usual: facts } : reading;
    },
    institutionByKey: (key) => names.institutionByKey(key) ?? byKey.get(key),
  };
}
