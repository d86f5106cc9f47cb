import type { ReadRow, RelatedResult } from '../store/read/selection.ts';
import type { Codec, Value } from '../store/values.ts';

/** A row as the types of the schema see it. */
export interface GraphRow {
  /** The node's label, or null where the row is no node. */
  readonly label: string | null;
  readonly columns: Readonly<Record<string, unknown>>;
  readonly extra: Readonly<Record<string, unknown>>;
  /** Relations that were read together with the row, by their place in the selection. */
  readonly related: ReadonlyMap<string, RelatedResult>;
  /** The part of that place which leads to this row: "" or `nodes.`. */
  readonly prefix: string;
  readonly cursor: readonly Value[] | null;
}

export function graphRow(label: string | null, { columns, extra, related, cursor }: ReadRow, prefix = ''): GraphRow {
  return { label, columns, extra, related, prefix, cursor };
}

/** The same row, seen as the node that a row of a relation leads to. */
export function nodeWithin(row: GraphRow, label: string, prefix: string): GraphRow {
  return { ...row, label, prefix: `${row.prefix}${prefix}` };
}

export function keyOf({ columns }: GraphRow): string {
  return String(columns.key);
}

/** A field that shows one property of the node; look-ahead reads the property only where the field is selected. */
export function column<T>(name: string, codec: Codec<T>) {
  return {
    extensions: { columns: [name] },
    resolve: ({ columns }: GraphRow): T => codec.read(columns[name] ?? null),
  };
}

/** A field that shows one further column of the relation's row, which is worked out only where the field is selected. */
export function extra<T>(name: string, codec: Codec<T>) {
  return {
    extensions: { extra: [name] },
    resolve: (row: GraphRow): T => codec.read(row.extra[name] ?? null),
  };
}
