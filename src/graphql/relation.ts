import type { GraphQLFieldExtensions } from 'graphql';
import type { PaperFilter } from '../store/filters/filters.ts';
import type { NameLookup } from '../store/filters/name-lookup.ts';
import type { OrderTerm } from '../store/read/fragment.ts';
import type { Predicate } from '../store/read/selection.ts';
import type { Value } from '../store/values.ts';

/** Arguments of a field as graphql-js coerced them. */
export type FieldArguments = Readonly<Record<string, unknown>>;

/** A fragment with the values that a field's arguments give it. */
export interface FragmentCall {
  /** Path below `cypher/`. */
  readonly fragment: string;
  readonly args?: Readonly<Record<string, Value>>;
  readonly filters?: Readonly<Record<string, Predicate>>;
  /** Replaces the fragment's own order. */
  readonly order?: readonly OrderTerm[];
}

/** How a field is read from the graph: which fragment, and what its rows are. */
export interface Relation {
  readonly call: (args: FieldArguments, lookup: NameLookup) => FragmentCall;
  /** Filters over papers among the arguments, whose names are looked up before the fragment is called. */
  readonly paperFilters?: (args: FieldArguments) => readonly PaperFilter[];
  /** The label of the node that a row is or leads to, or null. */
  readonly label: string | null;
  /** In the type of a row, the field that leads to the node; left out where the row is the node. */
  readonly nodeField?: string;
  /** For lists: at most so many rows; all where it is left out. Refuses arguments out of range. */
  readonly limit?: (args: FieldArguments) => number;
  /** It starts at a variable of its parent's row (the papers behind a pair), so it is read with the row or not at all. */
  readonly isCarried?: true;
  /** For connections: how `coverage` is worked out, where that is over other rows than the list's. */
  readonly coverage?: (args: FieldArguments, lookup: NameLookup) => FragmentCall;
  /** What it costs before its first row, where it compares or adds up much; see `queryCost`. */
  readonly weight?: number;
  /** How long a list without pages is taken to be, where that is not the usual few. */
  readonly listSize?: number;
}

export type RelationShape = 'list' | 'one' | 'connection';

export interface RelationExtension {
  readonly relation: Relation;
  readonly shape: RelationShape;
}

/** Look-ahead finds relations by this extension of their fields. */
export function relationOf(
  extensions: Readonly<GraphQLFieldExtensions<unknown, unknown>>,
): RelationExtension | undefined {
  const { relation, shape } = extensions as Partial<RelationExtension>;
  return relation && shape ? { relation, shape } : undefined;
}
