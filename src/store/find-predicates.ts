import { fold } from '../model/text.ts';
import type { Engine, IndexedText } from './engine.ts';
import { allOf, among, anyOf, exactly, leaf } from './filters/predicate.ts';
import type { GraphStore } from './graph-store.ts';
import type { Predicate } from './read/selection.ts';
import { type SearchPart, searchQuery } from './stored-text.ts';

/** What `search` and `suggest` look for, as conditions on what is stored for each kind of node. */

/** Kinds of nodes that are found by what they are called, in the order in which equals of several kinds stand. */
export const foundKinds = ['INSTITUTION', 'CONFERENCE', 'TOPIC', 'AUTHOR', 'PAPER'] as const;
export type FoundKind = (typeof foundKinds)[number];

/** How a kind is stored. */
export interface KindOfNode {
  readonly label: string;
  /** The last part of its fragments' paths, and the name of its placeholder in them. */
  readonly plural: string;
  /** The property with its names, or its title, folded. */
  readonly folded: string;
  /** Neo4j has an index of its texts; the others are few. */
  readonly isIndexed: boolean;
  /** What makes one known: papers, of a paper its citations. */
  readonly known: IndexedText['known'];
}

export const kindsOfNodes: Readonly<Record<FoundKind, KindOfNode>> = {
  INSTITUTION: {
    label: 'Institution',
    plural: 'institutions',
    folded: 'namesFolded',
    isIndexed: false,
    known: { pattern: '<-[:AFFILIATED_WITH]-()' },
  },
  CONFERENCE: {
    label: 'Conference',
    plural: 'conferences',
    folded: 'namesFolded',
    isIndexed: false,
    known: { pattern: '<-[:PUBLISHED_IN]-()' },
  },
  TOPIC: {
    label: 'Topic',
    plural: 'topics',
    folded: 'nameFolded',
    isIndexed: false,
    known: { pattern: '<-[:HAS_TOPIC]-()' },
  },
  AUTHOR: {
    label: 'Author',
    plural: 'authors',
    folded: 'nameFolded',
    isIndexed: true,
    known: { pattern: '-[:AUTHORED]->()' },
  },
  PAPER: {
    label: 'Paper',
    plural: 'papers',
    folded: 'titleFolded',
    isIndexed: true,
    known: { property: 'citedByCount' },
  },
};

/** Predicates for the placeholders of the fragments in `cypher/search/`; null where the text has no letter or digit. */
export function searchPredicates(text: string, kind: FoundKind, store: WordStore) {
  const ranks = rankPredicates(text, kind);
  if (ranks === null) return null;
  const property = textProperty(kind, store.engine);
  const words = wordsOf(kind, store);
  const parts = searchQuery(text).map((part) => words(part, partOf(part, property, kind, store.engine)));
  return { [`${kindsOfNodes[kind].plural}Filter`]: allOf(parts), ...ranks };
}

/** Those that say how well a node fits; null where the text has no letter or digit. */
export function rankPredicates(text: string, kind: FoundKind) {
  const parts = searchQuery(text);
  if (parts.length === 0) return null;
  const said = parts.flatMap(({ stems }) => stems).join(' ');
  return {
    isNamed: kind === 'PAPER' ? anyOf([firstIs(said), shortNameIs(text)]) : anyIs(said),
    isBegun: begun(parts, kind),
    isFirst: inFirst(parts),
  };
}

/**
 * Predicates for the placeholders of the fragments in `cypher/suggest/`; null where the text has no letter or digit.
 * @param limit - so many rows are wanted: where words are kept in memory, no more are looked at
 */
export function suggestPredicates(
  text: string,
  kind: FoundKind,
  { store, limit }: { store: WordStore; limit: number },
) {
  const beginning = fold(text);
  if (beginning === '') return null;
  const { plural, folded, label, known } = kindsOfNodes[kind];
  const property = { name: folded, ...indexOf(kind, store.engine) };
  const names = anyOf([compared(property, 'STARTS WITH', beginning), compared(property, 'CONTAINS', `| ${beginning}`)]);
  const begun = anyOf([compared(property, 'STARTS WITH', beginning), compared(property, 'CONTAINS', ` ${beginning}`)]);
  const index = store.wordIndex({ label, property: folded, known });
  const words = beginning.split(' ');
  const last = words.at(-1) ?? '';
  const ids = words.length > 1 ? index?.idsWith(words.slice(0, -1), last) : index?.bestBegun(last, limit);
  return { [`${plural}Filter`]: ids ? startingAmong(label, ids, begun) : begun, isBegun: names };
}

/** What of a store tells which nodes have a word. */
type WordStore = Pick<GraphStore, 'engine' | 'wordIndex'>;

function startingAmong(label: string, ids: readonly number[], predicate: Predicate): Predicate {
  return leaf(predicate.condition, { start: among(label, ids, predicate.condition) });
}

/** Looking at nodes one by one is slower than at all of them, where these are more than a few times as many. */
const mostShare = 1 / 4;

/** Has a predicate of a part begin at the nodes with its words, where these are kept in memory. */
function wordsOf(kind: FoundKind, store: WordStore): (part: SearchPart, predicate: Predicate) => Predicate {
  const { label, folded, known } = kindsOfNodes[kind];
  const stemmed = store.wordIndex({ label, property: 'searchText', known });
  const written = store.wordIndex({ label, property: folded, known });
  if (!stemmed || !written) return (_part, predicate) => predicate;
  return ({ stems, beginning }, predicate) => {
    const begun = beginning === null ? [] : stemmed.idsWith(stems.slice(0, -1), beginning);
    // Stems are shorter than words.
    const begunAsWritten = beginning === null || stems.length > 1 ? [] : written.idsWith([], beginning);
    const ids = new Set([...stemmed.idsWith(stems, null), ...begun, ...begunAsWritten]);
    return ids.size > stemmed.size * mostShare ? predicate : startingAmong(label, [...ids], predicate);
  };
}

/** A property with texts, and the label whose index a statement can start at; null where it has none. */
interface TextProperty {
  readonly name: string;
  readonly indexedLabel: string | null;
}

function indexOf(kind: FoundKind, engine: Engine['name']) {
  const { label, isIndexed } = kindsOfNodes[kind];
  return { indexedLabel: engine === 'neo4j' && isIndexed ? label : null };
}

function textProperty(kind: FoundKind, engine: Engine['name']): TextProperty {
  return { name: 'searchText', ...indexOf(kind, engine) };
}

function compared({ name, indexedLabel }: TextProperty, operator: string, text: string): Predicate {
  const condition: Predicate['condition'] = (variable, names) =>
    `${variable}.${name} ${operator} ${names.parameter(text)}`;
  if (indexedLabel === null) return leaf(condition);
  // Longer texts are rarer; nothing else is known before they are looked up.
  const start = exactly(
    1 / text.length,
    (variable, names) => `MATCH (${variable}:${indexedLabel})\nWHERE ${condition(variable, names)}`,
  );
  return leaf(condition, { start });
}

function partOf(part: SearchPart, property: TextProperty, kind: FoundKind, engine: Engine['name']): Predicate {
  const whole = compared(property, 'CONTAINS', ` ${part.stems.join(' ')} `);
  if (part.beginning === null) return whole;
  const begun = compared(property, 'CONTAINS', beginningOf(part));
  // The beginning finds the stem too.
  const stemmed = part.beginning === part.stems.at(-1) ? [begun] : [whole, begun];
  if (part.stems.length > 1) return anyOf(stemmed);
  // Stems are shorter than words: "recommendati" begins the word, not the stem.
  const folded = { name: kindsOfNodes[kind].folded, ...indexOf(kind, engine) };
  return anyOf([
    ...stemmed,
    compared(folded, 'STARTS WITH', part.beginning),
    compared(folded, 'CONTAINS', ` ${part.beginning}`),
  ]);
}

/** ` graph neur`: stems, the last of them as it was begun. */
function beginningOf({ stems, beginning }: SearchPart): string {
  return ` ${[...stems.slice(0, -1), beginning ?? stems.at(-1) ?? ''].join(' ')}`;
}

/** The first field of the text is this: the title. */
function firstIs(said: string): Predicate {
  return leaf((variable, names) => {
    const text = `${variable}.searchText`;
    return `${text} = ${names.parameter(` ${said} `)} OR ${text} STARTS WITH ${names.parameter(` ${said} | `)}`;
  });
}

function shortNameIs(text: string): Predicate {
  return leaf((variable, names) => `toLower(${variable}.shortName) = ${names.parameter(text.trim().toLowerCase())}`);
}

/** Any field of the text is this. */
function anyIs(said: string): Predicate {
  return anyOf([
    firstIs(said),
    leaf((variable, names) => {
      const text = `${variable}.searchText`;
      return `${text} CONTAINS ${names.parameter(` | ${said} | `)} OR ${text} ENDS WITH ${names.parameter(` | ${said} `)}`;
    }),
  ]);
}

/** The title, or any name, begins with all that was asked, in its order. */
function begun(parts: readonly SearchPart[], kind: FoundKind): Predicate {
  const last = parts.at(-1);
  const said = parts.slice(0, -1).flatMap(({ stems }) => stems);
  const ends = last === undefined ? [] : [`${last.stems.join(' ')} `, beginningOf(last).slice(1)];
  const texts = ends.map((end) => ` ${[...said, end].join(' ')}`);
  return anyOf(
    texts.map((text) =>
      leaf((variable, names) => {
        const first = `${variable}.searchText STARTS WITH ${names.parameter(text)}`;
        return kind === 'PAPER' ? first : `${first} OR ${variable}.searchText CONTAINS ${names.parameter(` |${text}`)}`;
      }),
    ),
  );
}

/** All parts stand in the first field: the title, or the name. */
function inFirst(parts: readonly SearchPart[]): Predicate {
  return allOf(
    parts.map((part) =>
      leaf((variable, names) => {
        // A space behind the bar is left to the next field, one before it to this one.
        const field = `split(${variable}.searchText, ${names.parameter('|')})[0]`;
        return [` ${part.stems.join(' ')} `, ...(part.beginning === null ? [] : [beginningOf(part)])]
          .map((text) => `${field} CONTAINS ${names.parameter(text)}`)
          .join(' OR ');
      }),
    ),
  );
}
