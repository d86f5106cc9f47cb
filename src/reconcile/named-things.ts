import type { Conference, Edition, Institution, Paper } from '../model/graph.ts';
import { conferenceByKey } from '../model/names/conference-names.ts';
import type { InstitutionFacts } from '../model/names/facts.ts';
import { institutionByKey } from '../model/names/institution-names.ts';
import type { ListingIdentity } from './listing-identity.ts';
import { institutionsStatedIn, type StatedInstitution } from './stated-institutions.ts';

/** Every institution that listings name, with the parents of each, in the order of keys. */
export function institutionsOf(listings: readonly ListingIdentity[]): readonly Institution[] {
  const institutions = new Map<string, Institution>();
  const stated = listings.flatMap(({ listing }) => institutionsStatedIn(listing.record));
  for (const { key, name, facts } of [...stated].sort(byName)) {
    if (facts) addWithParents(facts, institutions);
    else if (!institutions.has(key)) institutions.set(key, unknownInstitution(key, name));
  }
  return inKeyOrder(institutions);
}

/**
 * Every conference that papers were published in, with the series that workshops belong to, in the order of keys. One that
 * only a listing names which lost a conflict is none of them. Where no table knows it, its acronym is the first spelling
 * in alphabetical order.
 */
export function conferencesOf(papers: readonly Paper[]): readonly Conference[] {
  const conferences = new Map<string, Conference>();
  for (const { conferenceKey: key, statedAs: acronym } of papers.flatMap(({ publications }) => publications)) {
    const spelling = conferences.get(key)?.acronym;
    if (conferenceByKey(key)) addSeries(key, conferences);
    else if (spelling === undefined || acronym < spelling) {
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

function addWithParents(facts: InstitutionFacts, institutions: Map<string, Institution>): void {
  if (institutions.has(facts.key)) return;
  const { key, name, aliases, kind, countryCode, ror, homepage, parents } = facts;
  const countsUnderKey = rootOf(facts).key;
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
    const parentFacts = institutionByKey(parent.key);
    if (parentFacts) addWithParents(parentFacts, institutions);
  }
}

/** Up the chain of units; the tables have no cycle (their test says so). */
function rootOf(facts: InstitutionFacts): InstitutionFacts {
  const parent = facts.parents.find(({ kind }) => kind === 'unit');
  const parentFacts = parent && institutionByKey(parent.key);
  return parentFacts ? rootOf(parentFacts) : facts;
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

function addSeries(key: string, conferences: Map<string, Conference>): void {
  const facts = conferenceByKey(key);
  if (!facts || conferences.has(key)) return;
  const { acronym, name, aliases, kind, parentKey } = facts;
  conferences.set(key, { key, acronym, isKnown: true, name, aliases, kind, parentKey });
  if (parentKey !== null) addSeries(parentKey, conferences);
}

function inKeyOrder<T extends { readonly key: string }>(things: ReadonlyMap<string, T>): readonly T[] {
  return [...things.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
