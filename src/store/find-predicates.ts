import { fold } from '../model/text.ts';
import type { Engine } from './engine.ts';
import { allOf, anyOf, exactly, leaf } from './filters/predicate.ts';
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
}

export const kindsOfNodes: Readonly<Record<FoundKind, KindOfNode>> = {
  INSTITUTION: { label: 'Institution', plural: 'institutions', folded: 'namesFolded', isIndexed: false },
  CONFERENCE: { label: 'Conference', plural: 'conferences', folded: 'namesFolded', isIndexed: false },
  TOPIC: { label: 'Topic', plural: 'topics', folded: 'nameFolded', isIndexed: false },
  AUTHOR: { label: 'Author', plural: 'authors', folded: 'nameFolded', isIndexed: true },
  PAPER: { label: 'Paper', plural: 'papers', folded: 'titleFolded', isIndexed: true },
};

/** Predicates for the placeholders of the fragments in `cypher/search/`; null where the text has no letter or digit. */
export function searchPredicates(text: string, kind: FoundKind, engine: Engine['name']) {
  const parts = searchQuery(text);
  if (parts.length === 0) return null;
  const property = textProperty(kind, engine);
  const said = parts.flatMap(({ stems }) => stems).join(' ');
  return {
    [`${kindsOfNodes[kind].plural}Filter`]: allOf(parts.map((part) => partOf(part, property, kind, engine))),
    isNamed: kind === 'PAPER' ? anyOf([firstIs(said), shortNameIs(text)]) : anyIs(said),
    isBegun: begun(parts, kind),
    isFirst: inFirst(parts),
  };
}

/** Predicates for the placeholders of the fragments in `cypher/suggest/`; null where the text has no letter or digit. */
export function suggestPredicates(text: string, kind: FoundKind, engine: Engine['name']) {
  const beginning = fold(text);
  if (beginning === '') return null;
  const { plural, folded } = kindsOfNodes[kind];
  const property = { name: folded, ...indexOf(kind, engine) };
  const names = anyOf([compared(property, 'STARTS WITH', beginning), compared(property, 'CONTAINS', `| ${beginning}`)]);
  return {
    [`${plural}Filter`]: anyOf([
      compared(property, 'STARTS WITH', beginning),
      compared(property, 'CONTAINS', ` ${beginning}`),
    ]),
    isBegun: names,
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
