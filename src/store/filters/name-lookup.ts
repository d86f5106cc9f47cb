import { fold, foldHeading } from '../../model/text.ts';
import { defineQuery, rowsOf, statementOf } from '../define-query.ts';
import type { Engine, Statement, TextMatch } from '../engine.ts';
import type { FoundKind } from '../find-predicates.ts';
import { retiredKey } from '../former-keys.ts';
import type { GraphStore } from '../graph-store.ts';
import { searchParts } from '../stored-text.ts';
import { int, list, record, type Shape, text } from '../values.ts';
import type { KeySet, PaperFilter } from './filters.ts';

interface Wanted {
  readonly kind: NameKind;
  readonly stated: string;
}

const row = { kind: text, stated: text, key: text, degree: int };
const byKey = record({ stated: text });
const byIdentifier = record({ stated: text, identifierKey: text });
const keysOf = <S extends Shape>(kind: string, params: S) =>
  defineQuery(`graph/keys-of-names/${kind}`, { params, row });

/** Each kind of name with the query that looks it up: a statement holds those that a request needs, since planning takes its time. */
const queries = {
  paper: keysOf('paper', { wanted: list(byKey) }),
  'former-paper': keysOf('former-paper', { wanted: list(byIdentifier) }),
  institution: keysOf('institution', { wanted: list(byIdentifier) }),
  'institution-units': keysOf('institution-units', { wanted: list(byIdentifier), unitKind: text }),
  country: keysOf('country', { wanted: list(byKey) }),
  conference: keysOf('conference', { wanted: list(byIdentifier) }),
  topic: keysOf('topic', { wanted: list(byIdentifier) }),
  'narrower-topics': keysOf('narrower-topics', { wanted: list(byIdentifier) }),
  author: keysOf('author', { wanted: list(record({ stated: text, nameFolded: text })) }),
  page: keysOf('page', { wanted: list(byKey) }),
} as const;
const paperCount = keysOf('graph', {});

export type NameKind = keyof typeof queries;

/** What a key or name in a filter stands for. */
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
  /** Papers whose property contains a text, for an engine without an index of texts; null for one that has. */
  textMatch(property: PaperText['property'], part: string): TextMatch | null;
  /** Papers in the graph; null where no name was looked up. */
  readonly paperCount: number | null;
  /** Names that nothing has. */
  readonly unknown: readonly { readonly kind: NamedKind; readonly name: string }[];
}

/** Kinds of things that filters name by what people call them. */
type NamedKind = Exclude<FoundKind, 'PAPER'>;

const kindsOfNames: Readonly<Partial<Record<NameKind, NamedKind>>> = {
  institution: 'INSTITUTION',
  'institution-units': 'INSTITUTION',
  conference: 'CONFERENCE',
  topic: 'TOPIC',
  'narrower-topics': 'TOPIC',
  author: 'AUTHOR',
};

/** A text that papers are to contain, and where. */
export interface PaperText {
  readonly property: 'searchText' | 'titleFolded';
  readonly part: string;
}

/** Looks up every name in some filters, in one statement; in none where they name nothing. */
export async function lookUpNames(store: GraphStore, filters: readonly PaperFilter[]): Promise<NameLookup> {
  const wanted = filters.flatMap(namesIn);
  const found = new Map<string, Map<string, number>>();
  const matches = await textMatches(store, filters.flatMap(allTexts));
  const counted = wanted.length === 0 ? null : await store.labelCount('Paper');
  if (wanted.length > 0) {
    for (const { kind, stated, key, degree } of rowsOf(
      paperCount,
      await store.read(lookUpStatement(wanted, counted !== null)),
    )) {
      const degrees = found.get(`${kind} ${stated}`) ?? new Map<string, number>();
      found.set(`${kind} ${stated}`, degrees.set(key, degree));
    }
  }
  return {
    engine: store.engine,
    textMatch: (property, part) => matches.get(`${property} ${part}`) ?? null,
    paperCount: found.get('graph ')?.get('') ?? counted,
    unknown: wanted.flatMap(({ kind, stated }) => {
      const named = kindsOfNames[kind];
      return named === undefined || found.has(`${kind} ${stated}`) ? [] : [{ kind: named, name: stated }];
    }),
    find: (kind, stated) => {
      const degrees = new Map(stated.flatMap((name) => [...(found.get(`${kind} ${name}`) ?? [])]));
      return { keys: [...degrees.keys()].sort(), degree: [...degrees.values()].reduce((sum, each) => sum + each, 0) };
    },
  };
}

async function textMatches(store: GraphStore, texts: readonly PaperText[]): Promise<ReadonlyMap<string, TextMatch>> {
  const matches = new Map<string, TextMatch>();
  for (const { property, part } of texts) {
    const match = await store.textMatch('Paper', property, part);
    if (match !== null) matches.set(`${property} ${part}`, match);
  }
  return matches;
}

/** The texts that a filter asks for, those of nested filters aside. */
export function textsOf({ about, titleContains }: PaperFilter): readonly PaperText[] {
  return [
    ...(about ? searchParts(about).map((part) => ({ property: 'searchText' as const, part })) : []),
    ...(titleContains ? [{ property: 'titleFolded' as const, part: fold(titleContains) }] : []),
  ];
}

function allTexts(filter: PaperFilter): readonly PaperText[] {
  const { and, or, not } = filter;
  return [...textsOf(filter), ...[...(and ?? []), ...(or ?? []), ...(not ? [not] : [])].flatMap(allTexts)];
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
    ...wanted('former-paper', key),
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

/** The queries of the kinds wanted, one behind the other; parameters carry the kind in their names. */
function lookUpStatement(wanted: readonly Wanted[], isCounted: boolean): Statement {
  const counted = isCounted ? [] : [statementOf(paperCount, {})];
  const parts = [...counted, ...kindsOf(wanted).map((kind) => partOf(kind, wanted))];
  return {
    name: 'graph/keys-of-names',
    text: parts.map((part) => part.text).join('\nUNION\n'),
    parameters: Object.assign({}, ...parts.map(({ parameters }) => parameters)),
    isKept: true,
  };
}

function kindsOf(wanted: readonly Wanted[]): readonly NameKind[] {
  return [...new Set(wanted.map(({ kind }) => kind))].sort();
}

function partOf(kind: NameKind, wanted: readonly Wanted[]): Statement {
  const names = [...new Set(wanted.filter((each) => each.kind === kind).map(({ stated }) => stated))].sort();
  const { text: whole, parameters } = statementOfKind(kind, names);
  const suffix = kind.replace('-', '_');
  return {
    name: kind,
    text: whole.replace(/\$(\w+)/g, `$$$1_${suffix}`),
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [`${name}_${suffix}`, value])),
  };
}

function statementOfKind(kind: NameKind, names: readonly string[]): Statement {
  const identified = (prefix: string, folded = fold) =>
    names.map((stated) => ({ stated, identifierKey: `${prefix}:${folded(stated)}` }));
  switch (kind) {
    case 'institution-units':
      return statementOf(queries[kind], { wanted: identified('institution'), unitKind: 'unit' });
    case 'institution':
    case 'conference':
      return statementOf(queries[kind], { wanted: identified(kind) });
    case 'topic':
    case 'narrower-topics':
      return statementOf(queries[kind], { wanted: identified('topic', foldHeading) });
    case 'former-paper':
      return statementOf(queries[kind], {
        wanted: names.map((stated) => ({ stated, identifierKey: retiredKey(stated) })),
      });
    case 'author':
      return statementOf(queries[kind], { wanted: names.map((stated) => ({ stated, nameFolded: fold(stated) })) });
    default:
      return statementOf(queries[kind], { wanted: names.map((stated) => ({ stated })) });
  }
}
