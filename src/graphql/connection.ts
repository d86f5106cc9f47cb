import type { RelatedResult } from '../store/read/selection.ts';
import { encodeCursor } from './cursor.ts';
import { type GraphRow, graphRow } from './graph-row.ts';
import { chained, type MaybePromise } from './maybe-promise.ts';
import { type PagingArguments, pageOf } from './paging.ts';
import type { RelatedReader } from './related-reader.ts';
import type { FieldArguments } from './relation.ts';

export interface Edge {
  readonly cursor: string;
  readonly node: GraphRow;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

interface ReadPage {
  readonly rows: readonly GraphRow[];
  readonly hasMore: boolean;
}

/** A page of a list. Nothing is read until a field asks for it, and rows are read once for all of them. */
export class Connection {
  readonly args: FieldArguments;
  readonly #reader: RelatedReader;
  #rows: MaybePromise<ReadPage> | undefined;

  constructor(reader: RelatedReader, args: FieldArguments) {
    this.#reader = reader;
    this.args = args;
  }

  nodes(prefix: string): MaybePromise<GraphRow[]> {
    return chained(this.#page(), ({ rows }) => rows.map((row) => graphRow(row.label, row, prefix)));
  }

  edges(prefix: string): MaybePromise<Edge[]> {
    return chained(this.nodes(prefix), (nodes) => nodes.map((node) => ({ node, cursor: this.#cursorOf(node) })));
  }

  pageInfo(): MaybePromise<PageInfo> {
    return chained(this.#page(), ({ rows, hasMore }) => {
      const { before, after, last } = this.args as PagingArguments;
      const isBackwards = isGiven(last) || isGiven(before);
      const [first, final] = [rows[0], rows.at(-1)];
      return {
        // Behind a cursor there is at least the row that it came from.
        hasNextPage: isBackwards ? isGiven(before) : hasMore,
        hasPreviousPage: isBackwards ? hasMore : isGiven(after),
        startCursor: first ? this.#cursorOf(first) : null,
        endCursor: final ? this.#cursorOf(final) : null,
      };
    });
  }

  /** A count or an aggregate, by the name of the field that shows it. */
  total(field: string): MaybePromise<RelatedResult | undefined> {
    return this.#reader.total(field);
  }

  /** A table of counts, by the response key of the field that shows it. */
  table(key: string | number): MaybePromise<RelatedResult | undefined> {
    return this.#reader.table(String(key));
  }

  #page() {
    this.#rows ??= this.#read();
    return this.#rows;
  }

  #read(): MaybePromise<ReadPage> {
    const { size, selection } = pageOf(this.args as PagingArguments, () => this.#reader.seal, null);
    return chained(this.#reader.rows(), (read) => {
      const kept = read.slice(0, size).map((row) => graphRow(this.#reader.label, row));
      return { rows: selection.backwards ? kept.reverse() : kept, hasMore: read.length > size };
    });
  }

  #cursorOf({ cursor }: GraphRow): string {
    return encodeCursor(this.#reader.seal, cursor ?? []);
  }
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined;
}
