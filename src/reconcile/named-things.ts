import type { Conference, Edition, Institution, Paper } from '../model/graph.ts';
import type { InstitutionFacts } from '../model/names/facts.ts';
import { builtInNames, type Names } from '../model/names/names.ts';
import type { ListingIdentity } from './listing-identity.ts';
import type { StatedInstitution } from './stated-institutions.ts';

/** Every institution that listings name, with the parents of each, in the order of keys. */
export function institutionsOf(
  listings: readonly ListingIdentity[],
  names: Names = builtInNames,
): readonly Institution[] {
  const institutions = new Map<string, Institution>();
  const stated = listings.flatMap((listing) => listing.institutions);
  for (const { key, name, facts } of [...stated].sort(byName)) {
    if (facts) addWithParents(facts, institutions, names);
    else if (!institutions.has(key)) institutions.set(key, unknownInstitution(key, name));
  }
  return inKeyOrder(institutions);
}

/**
 * Every conference that papers were published in, with the series that workshops belong to, in the order of keys. One that
 * only a listing names which lost a conflict is none of them.
 */
export function conferencesOf(
  listings: readonly ListingIdentity[],
  papers: readonly Paper[],
  names: Names = builtInNames,
): readonly Conference[] {
  const published = new Set(
    papers.flatMap(({ publications }) => publications.map(({ conferenceKey }) => conferenceKey)),
  );
  const conferences = new Map<string, Conference>();
  for (const { key, acronym, facts } of listings.flatMap(({ venue }) => venue.series)) {
    if (!published.has(key)) continue;
    if (facts) addSeries(key, conferences, names);
    else if (!conferences.has(key)) {
      conferences.set(key, { key, acronym, isKnown: false, name: null, aliases: [], kind: 'OTHER', parentKey: null });
    }
  }
  return inKeyOrder(conferences);
}

/** The editions at which papers appeared, in the order of keys. */
export function editionsOf(papers: readonly Paper[]): readonly Edition[] {
  const editions = new Map<string, Edition>();
  for (const { conferenceKey, editionKey, year } of papers.flatMap(({ publications }) => publications)) {
    if (editionKey !== null && year !== null) editions.set(editionKey, { key: editionKey, conferenceKey, year });
  }
  return inKeyOrder(editions);
}

function byName(one: StatedInstitution, other: StatedInstitution): number {
  return one.name < other.name ? -1 : one.name > other.name ? 1 : 0;
}

function addWithParents(facts: InstitutionFacts, institutions: Map<string, Institution>, names: Names): void {
  if (institutions.has(facts.key)) return;
  const { key, name, aliases, kind, countryCode, ror, homepage, parents } = facts;
  const countsUnderKey = rootOf(facts, names).key;
  institutions.set(key, {
    key,
    name,
    isKnown: true,
    aliases,
    kind,
    countryCode,
    ror,
    homepage,
    parents,
    countsUnderKey,
  });
  for (const parent of parents) {
    const parentFacts = names.institutionByKey(parent.key);
    if (parentFacts) addWithParents(parentFacts, institutions, names);
  }
}

/** Up the chain of units; a chain that leads back, which a later version of the tables could close, ends where it does. */
function rootOf(facts: InstitutionFacts, names: Names, below: readonly string[] = []): InstitutionFacts {
  const parent = facts.parents.find(({ key, kind }) => kind === 'unit' && !below.includes(key));
  const parentFacts = parent && names.institutionByKey(parent.key);
  return parentFacts ? rootOf(parentFacts, names, [...below, facts.key]) : facts;
}

/** An institution that no table knows, under the name that a listing gives it. */
export function unknownInstitution(key: string, name: string): Institution {
  return {
    key,
    name,
    isKnown: false,
    aliases: [],
    kind: null,
    countryCode: null,
    ror: null,
    homepage: null,
    parents: [],
    countsUnderKey: key,
  };
}

function addSeries(key: string, conferences: Map<string, Conference>, names: Names): void {
  const facts = names.conferenceByKey(key);
  if (!facts || conferences.has(key)) return;
  const { acronym, name, aliases, kind, parentKey } = facts;
  conferences.set(key, { key, acronym, isKnown: true, name, aliases, kind, parentKey });
  if (parentKey !== null) addSeries(parentKey, conferences, names);
}

function inKeyOrder<T extends { readonly key: string }>(things: ReadonlyMap<string, T>): readonly T[] {
  return [...things.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
