import type { Conference, Edition, Institution, Paper } from '../model/graph.ts';
import type { ConferenceFacts, InstitutionFacts } from '../model/names/facts.ts';
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
 * only a listing names which lost a conflict is none of them. Where no table knows it, its acronym is the first spelling
 * in alphabetical order.
 */
export function conferencesOf(papers: readonly Paper[], names: Names = builtInNames): readonly Conference[] {
  const conferences = new Map<string, Conference>();
  for (const { conferenceKey: key, statedAs: acronym } of papers.flatMap(({ publications }) => publications)) {
    const spelling = conferences.get(key)?.acronym;
    if (names.conferenceByKey(key)) addSeries(key, conferences, names);
    else if (spelling === undefined || acronym < spelling) {
      conferences.set(key, unknownConference(key, acronym));
    }
  }
  return inKeyOrder(conferences);
}

/** An institution under its key as the tables have it; as a listing named it where they know none of that key. */
export function institutionOf(key: string, name: string, names: Names): Institution {
  const facts = names.institutionByKey(key);
  return facts ? knownInstitution(facts, names) : unknownInstitution(key, name);
}

/** Institutions with all that they belong to, in the order of keys. */
export function institutionsUnder(below: readonly Institution[], names: Names): readonly Institution[] {
  const institutions = new Map<string, Institution>();
  for (const institution of below) {
    const facts = names.institutionByKey(institution.key);
    if (facts) addWithParents(facts, institutions, names);
    else institutions.set(institution.key, institution);
  }
  return inKeyOrder(institutions);
}

/** A series under its key as the tables have it; as a listing named it where they know none of that key. */
export function conferenceOf(key: string, acronym: string, names: Names): Conference {
  const facts = names.conferenceByKey(key);
  return facts ? knownConference(facts) : unknownConference(key, acronym);
}

/** Series with those that they belong to, in the order of keys. */
export function conferencesUnder(below: readonly Conference[], names: Names): readonly Conference[] {
  const conferences = new Map<string, Conference>();
  for (const conference of below) {
    if (names.conferenceByKey(conference.key)) addSeries(conference.key, conferences, names);
    else conferences.set(conference.key, conference);
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
  institutions.set(facts.key, knownInstitution(facts, names));
  for (const parent of facts.parents) {
    const parentFacts = names.institutionByKey(parent.key);
    if (parentFacts) addWithParents(parentFacts, institutions, names);
  }
}

function knownInstitution(facts: InstitutionFacts, names: Names): Institution {
  const { key, name, aliases, ror, homepage } = facts;
  const stated = names.statedOf(key);
  const kind = stated?.kind ?? facts.kind;
  const countryCode = stated?.countryCode ?? facts.countryCode;
  // A parent that no table gives any more is none.
  const parents = facts.parents.filter((parent) => names.institutionByKey(parent.key));
  const countsUnderKey = rootOf(facts, names).key;
  return { key, name, isKnown: true, aliases, kind, countryCode, ror, homepage, parents, countsUnderKey };
}

/** Up the chain of units; a chain that leads back, which a later version of the tables could close, ends where it does. */
function rootOf(facts: InstitutionFacts, names: Names, below: readonly string[] = []): InstitutionFacts {
  const parent = facts.parents.find(({ key, kind }) => kind === 'unit' && !below.includes(key));
  const parentFacts = parent && names.institutionByKey(parent.key);
  return parentFacts ? rootOf(parentFacts, names, [...below, facts.key]) : facts;
}

function unknownInstitution(key: string, name: string): Institution {
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

/** A series that nothing but its papers names. */
export function unknownConference(key: string, acronym: string): Conference {
  return { key, acronym, isKnown: false, name: null, aliases: [], kind: 'OTHER', parentKey: null };
}

/** A series that the tables know, and those that it belongs to. */
export function addSeries(key: string, conferences: Map<string, Conference>, names: Names): void {
  const facts = names.conferenceByKey(key);
  if (!facts || conferences.has(key)) return;
  conferences.set(key, knownConference(facts));
  if (facts.parentKey !== null) addSeries(facts.parentKey, conferences, names);
}

function knownConference({ key, acronym, name, aliases, kind, parentKey }: ConferenceFacts): Conference {
  return { key, acronym, isKnown: true, name, aliases, kind, parentKey };
}

/** In the order of keys. */
export function inKeyOrder<T extends { readonly key: string }>(things: ReadonlyMap<string, T>): readonly T[] {
  return [...things.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
