import type { Value } from '../values.ts';
import type { OrderTerm } from './fragment.ts';

/**
 * What a request wants of the graph, without a word of Cypher: which properties of a node, and under which name which
 * relations of it, as deep as it goes. The store decides how it is read.
 */
export interface Selection {
  /** The node's label, or null where a row is no node. */
  readonly label: string | null;
  /** Properties of the node; the key is always read. */
  readonly columns: readonly string[];
  /** Further columns of the row; all that its fragment has where it is left out. */
  readonly extra?: readonly string[];
  /** Relations by the name that the reader gives them. */
  readonly relations: ReadonlyMap<string, RelationSelection>;
}

/** What is wanted of a relation: its rows, how many there are, an aggregate over them, or a table of counts. */
export type RelationSelection = RowsSelection | CountSelection | AggregateSelection | TableOfSelection;

interface Related {
  /** Path of its fragment below `cypher/`. */
  readonly fragment: string;
  readonly args: Readonly<Record<string, Value>>;
  /** Predicates for the fragment's placeholders; one that is left out lets everything through. */
  readonly filters: Readonly<Record<string, Predicate>>;
}

export interface RowsSelection extends Related {
  readonly take: 'rows';
  readonly item: Selection;
  readonly page: PageSelection;
}

interface CountSelection extends Related {
  readonly take: 'count';
}

interface AggregateSelection extends Related {
  readonly take: 'aggregate';
  /** Path of the aggregate below `cypher/`. */
  readonly aggregate: string;
}

/** Counts of a relation's papers by what they have. */
interface TableOfSelection extends Related {
  readonly take: 'table';
  readonly table: TableSelection;
}

export type TableSelection = FacetSelection | CrossSelection;

/** What papers are grouped by. */
export interface Grouping {
  /** Path below `cypher/` of the fragment that says which papers stand in which group: a node or a value. */
  readonly fragment: string;
  readonly args: Readonly<Record<string, Value>>;
  /** The property that names a group; null where a group is a value. */
  readonly name: string | null;
  /** Groups are years: they stand in their order, and none is left out. */
  readonly isSeries: boolean;
}

/** The largest groups, and of each how many papers some further filters let through. */
export interface FacetSelection {
  readonly kind: 'facet';
  readonly grouping: Grouping;
  readonly limit: number;
  readonly shares: ReadonlyMap<string, Predicate>;
}

/** The largest groups of two kinds, and how many papers stand in each two of them. */
export interface CrossSelection {
  readonly kind: 'cross';
  readonly rows: Grouping;
  readonly columns: Grouping;
  readonly rowLimit: number;
  readonly columnLimit: number;
}

export interface PageSelection {
  /** At most so many rows; null for all. */
  readonly limit: number | null;
  /** Replaces the fragment's own order. */
  readonly order: readonly OrderTerm[] | null;
  /** Values of the order's terms: rows behind them in the order walked. */
  readonly after: readonly Value[] | null;
  /** Walks the order from its end; the rows come in that order. */
  readonly backwards: boolean;
  /** Gives each row the values of the order's terms, which a cursor is made of. */
  readonly withCursors: boolean;
}

export const wholeList: PageSelection = { limit: null, order: null, after: null, backwards: false, withCursors: false };

/** A condition on a bound variable, and where a statement can start at what meets it. */
export interface Predicate {
  /** Writes the condition on the variable of this name; null where it lets everything through. */
  condition(variable: string, names: Names): string | null;
  /** The cheapest beginning; null where only a scan or a walk can begin. */
  readonly start: Start | null;
  /**
   * Of all nodes, the share (0 to 1) that it lets through, as far as the degrees of its hubs tell: 1 where nothing is known.
   * Parts that must all hold are taken as independent.
   */
  readonly share: number;
  /** Years that everything it lets through lies in; a key of the order by year is walked within them. */
  readonly years: YearBounds | null;
}

/** A beginning that yields exactly what a predicate lets through, each once. */
export interface Start {
  /** How many nodes it reads before the rest of the condition is asked, as far as is known. */
  readonly rowCount: number;
  /** Writes a text that binds the variable, and what of the condition is left; null where nothing is. */
  write(variable: string, names: Names): { readonly text: string; readonly rest: string | null };
}

/** Both included; null where it is open. */
export interface YearBounds {
  readonly min: number | null;
  readonly max: number | null;
}

/** Gives out fresh variables and parameters while a statement is composed. */
export interface Names {
  variable(base: string): string;
  /** The parameter with its `$`. */
  parameter(value: Value): string;
}

/** A row as read: of a node, its properties; and its relations under the names that the selection gave. */
export interface ReadRow {
  readonly columns: Readonly<Record<string, unknown>>;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly related: ReadonlyMap<string, RelatedResult>;
  readonly cursor: readonly Value[] | null;
}

export type RelatedResult = readonly ReadRow[] | number | Readonly<Record<string, unknown>>;
