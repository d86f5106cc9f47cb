import { fold, foldHeading } from '../../model/text.ts';
import { defineQuery } from '../define-query.ts';
import { retiredKey } from '../former-keys.ts';
import type { GraphStore } from '../graph-store.ts';
import { list, record, text, word } from '../values.ts';
import type { PaperFilter } from './filters.ts';

type Kind =
  | 'paper'
  | 'former-paper'
  | 'institution'
  | 'institution-units'
  | 'conference'
  | 'topic'
  | 'narrower-topics'
  | 'page';

/** Finds the keys that a key or name in a filter stands for. */
export interface NameLookup {
  /** Keys that it means, sorted; a name that nothing has gives none, a name that several have gives all of them. */
  keysOf(kind: Kind, stated: string): readonly string[];
}

const keysOfNames = defineQuery('graph/keys-of-names', {
  params: {
    papers: list(record({ stated: text, identifierKey: text })),
    institutions: list(record({ stated: text, identifierKey: text })),
    institutionsWithUnits: list(record({ stated: text, identifierKey: text })),
    conferences: list(record({ stated: text, identifierKey: text })),
    topics: list(record({ stated: text, identifierKey: text })),
    topicsWithNarrower: list(record({ stated: text, identifierKey: text })),
    pages: list(text),
    unitKind: text,
  },
  row: {
    kind: word(
      'paper',
      'former-paper',
      'institution',
      'institution-units',
      'conference',
      'topic',
      'narrower-topics',
      'page',
    ),
    stated: text,
    key: text,
  },
});

/** Looks up every name in some filters, in one statement; in none where they name nothing. */
export async function lookUpNames(store: GraphStore, filters: readonly PaperFilter[]): Promise<NameLookup> {
  const wanted = filters.flatMap(namesIn);
  const found = new Map<string, string[]>();
  if (wanted.length > 0) {
    for (const { kind, stated, key } of await store.run(keysOfNames, parametersOf(wanted))) {
      const keys = found.get(`${kind} ${stated}`) ?? [];
      found.set(`${kind} ${stated}`, [...keys, key]);
    }
  }
  return { keysOf: (kind, stated) => found.get(`${kind} ${stated}`) ?? [] };
}

interface Wanted {
  readonly kind: Kind;
  readonly stated: string;
}

function namesIn({ and, or, not, key, institution, conference, topic, page }: PaperFilter): readonly Wanted[] {
  const nested = [...(and ?? []), ...(or ?? []), ...(not ? [not] : [])].flatMap(namesIn);
  const named = (kind: Kind, names: readonly (readonly string[] | null | undefined)[]) =>
    names.flatMap((each) => each ?? []).map((stated) => ({ kind, stated }));
  return [
    ...nested,
    ...named('paper', [key]),
    ...(institution
      ? named(institutionKind(institution.rollUpUnits), [institution.any, institution.all, institution.none])
      : []),
    ...(conference ? named('conference', [conference.any, conference.all, conference.none]) : []),
    ...(topic ? named(topicKind(topic.narrower), [topic.any, topic.all, topic.none]) : []),
    ...named('page', [page]),
  ];
}

/** Units are counted under their parents unless the caller says otherwise. */
export function institutionKind(rollUpUnits: boolean | null | undefined): Kind {
  return (rollUpUnits ?? true) ? 'institution-units' : 'institution';
}

/** Narrower topics belong to a topic unless the caller says otherwise. */
export function topicKind(narrower: boolean | null | undefined): Kind {
  return (narrower ?? true) ? 'narrower-topics' : 'topic';
}

function parametersOf(wanted: readonly Wanted[]) {
  const of = (kind: Kind) =>
    [...new Set(wanted.filter((each) => each.kind === kind).map(({ stated }) => stated))].sort();
  const named = (kind: Kind, prefix: string, folded = fold) =>
    of(kind).map((stated) => ({ stated, identifierKey: `${prefix}:${folded(stated)}` }));
  return {
    papers: of('paper').map((stated) => ({ stated, identifierKey: retiredKey(stated) })),
    institutions: named('institution', 'institution'),
    institutionsWithUnits: named('institution-units', 'institution'),
    conferences: named('conference', 'conference'),
    topics: named('topic', 'topic', foldHeading),
    topicsWithNarrower: named('narrower-topics', 'topic', foldHeading),
    pages: of('page'),
    unitKind: 'unit',
  };
}
