import { fold, foldHeading } from '../../model/text.ts';
import { defineQuery } from '../define-query.ts';
import type { Engine } from '../engine.ts';
import { retiredKey } from '../former-keys.ts';
import type { GraphStore } from '../graph-store.ts';
import { int, list, record, text, word } from '../values.ts';
import type { KeySet, PaperFilter } from './filters.ts';

/** The lists of names that one statement looks up. */
const kinds = [
  'paper',
  'former-paper',
  'institution',
  'institution-units',
  'country',
  'conference',
  'topic',
  'narrower-topics',
  'author',
  'page',
  'graph',
] as const;
export type NameKind = (typeof kinds)[number];

/** Nodes that a key or name in a filter stands for. */
interface NamedNodes {
  /** Their keys, sorted; of a country its code. */
  readonly keys: readonly string[];
  /** How many papers are related to them, summed: bounds what starting at them reads. */
  readonly degree: number;
}

/** Finds what the keys and names in filters stand for, and how much of the graph hangs on it. */
export interface NameLookup {
  readonly engine: Engine['name'];
  /** A name that nothing has gives no key, a name that several have gives all of theirs. */
  find(kind: NameKind, stated: readonly string[]): NamedNodes;
  /** Papers in the graph; null where no name was looked up. */
  readonly paperCount: number | null;
}

const named = list(record({ stated: text, identifierKey: text }));
const keysOfNames = defineQuery('graph/keys-of-names', {
  params: {
    papers: named,
    institutions: named,
    institutionsWithUnits: named,
    countries: list(text),
    conferences: named,
    topics: named,
    topicsWithNarrower: named,
    authors: list(record({ stated: text, nameFolded: text })),
    pages: list(text),
    unitKind: text,
  },
  row: { kind: word(...kinds), stated: text, key: text, degree: int },
});

/** Looks up every name in some filters, in one statement; in none where they name nothing. */
export async function lookUpNames(store: GraphStore, filters: readonly PaperFilter[]): Promise<NameLookup> {
  const wanted = filters.flatMap(namesIn);
  const found = new Map<string, Map<string, number>>();
  if (wanted.length > 0) {
    for (const { kind, stated, key, degree } of await store.run(keysOfNames, parametersOf(wanted))) {
      const degrees = found.get(`${kind} ${stated}`) ?? new Map<string, number>();
      found.set(`${kind} ${stated}`, degrees.set(key, degree));
    }
  }
  return {
    engine: store.engine,
    paperCount: found.get('graph ')?.get('') ?? null,
    find: (kind, stated) => {
      const degrees = new Map(stated.flatMap((name) => [...(found.get(`${kind} ${name}`) ?? [])]));
      return { keys: [...degrees.keys()].sort(), degree: [...degrees.values()].reduce((sum, each) => sum + each, 0) };
    },
  };
}

interface Wanted {
  readonly kind: NameKind;
  readonly stated: string;
}

function namesIn(filter: PaperFilter): readonly Wanted[] {
  const { and, or, not, key, institution, country, conference, topic, author, page } = filter;
  const nested = [...(and ?? []), ...(or ?? []), ...(not ? [not] : [])].flatMap(namesIn);
  const wanted = (kind: NameKind, names: readonly string[] | null | undefined) =>
    (names ?? []).map((stated) => ({ kind, stated }));
  const inSet = (kind: NameKind, set: KeySet | null | undefined) =>
    [set?.any, set?.all, set?.none].flatMap((names) => wanted(kind, names));
  return [
    ...nested,
    ...wanted('paper', key),
    ...inSet(institutionKind(institution?.rollUpUnits), institution),
    ...inSet('country', country).map(({ kind, stated }) => ({ kind, stated: countryCode(stated) })),
    ...inSet('conference', conference),
    ...inSet(topicKind(topic?.narrower), topic),
    ...inSet('author', author),
    ...wanted('page', page),
  ];
}

/** Units are counted under their parents unless the caller says otherwise. */
export function institutionKind(rollUpUnits: boolean | null | undefined): NameKind {
  return (rollUpUnits ?? true) ? 'institution-units' : 'institution';
}

/** Narrower topics belong to a topic unless the caller says otherwise. */
export function topicKind(narrower: boolean | null | undefined): NameKind {
  return (narrower ?? true) ? 'narrower-topics' : 'topic';
}

/** A country's code as it is stored: upper case. */
export function countryCode(stated: string): string {
  return stated.trim().toUpperCase();
}

function parametersOf(wanted: readonly Wanted[]) {
  const of = (kind: NameKind) =>
    [...new Set(wanted.filter((each) => each.kind === kind).map(({ stated }) => stated))].sort();
  const identified = (kind: NameKind, prefix: string, folded = fold) =>
    of(kind).map((stated) => ({ stated, identifierKey: `${prefix}:${folded(stated)}` }));
  return {
    papers: of('paper').map((stated) => ({ stated, identifierKey: retiredKey(stated) })),
    institutions: identified('institution', 'institution'),
    institutionsWithUnits: identified('institution-units', 'institution'),
    countries: of('country'),
    conferences: identified('conference', 'conference'),
    topics: identified('topic', 'topic', foldHeading),
    topicsWithNarrower: identified('narrower-topics', 'topic', foldHeading),
    authors: of('author').map((stated) => ({ stated, nameFolded: fold(stated) })),
    pages: of('page'),
    unitKind: 'unit',
  };
}
