import type { RelatedResult } from '../store/read/selection.ts';
import { encodeCursor } from './cursor.ts';
import { type GraphRow, graphRow } from './graph-row.ts';
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

/** A page of a list. Nothing is read until a field asks for it, and rows are read once for all of them. */
export class Connection {
  readonly args: FieldArguments;
  readonly #reader: RelatedReader;
  #rows: Promise<{ rows: readonly GraphRow[]; hasMore: boolean }> | undefined;

  constructor(reader: RelatedReader, args: FieldArguments) {
    this.#reader = reader;
    this.args = args;
  }

  async nodes(prefix: string): Promise<readonly GraphRow[]> {
    const { rows } = await this.#page();
    return rows.map((row) => ({ ...row, prefix }));
  }

  async edges(prefix: string): Promise<readonly Edge[]> {
    const { seal } = this.#reader;
    return (await this.nodes(prefix)).map((node) => ({ node, cursor: encodeCursor(seal, node.cursor ?? []) }));
  }

  async pageInfo(): Promise<PageInfo> {
    const { rows, hasMore } = await this.#page();
    const edges = await this.edges('');
    const { before, after, last } = this.args as PagingArguments;
    const isBackwards = isGiven(last) || isGiven(before);
    return {
      // Behind a cursor there is at least the row that it came from.
      hasNextPage: isBackwards ? isGiven(before) : hasMore,
      hasPreviousPage: isBackwards ? hasMore : isGiven(after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: rows.length === 0 ? null : (edges[rows.length - 1]?.cursor ?? null),
    };
  }

  /** A count or an aggregate, by the name of the field that shows it. */
  total(field: string): Promise<RelatedResult | undefined> {
    return this.#reader.total(field);
  }

  /** A table of counts, by the response key of the field that shows it. */
  table(key: string | number): Promise<RelatedResult | undefined> {
    return this.#reader.table(String(key));
  }

  #page() {
    this.#rows ??= this.#read();
    return this.#rows;
  }

  async #read() {
    const { size, selection } = pageOf(this.args as PagingArguments, this.#reader.seal, null);
    const read = await this.#reader.rows('');
    const kept = read.slice(0, size).map((row) => graphRow(this.#reader.label, row));
    return { rows: selection.backwards ? kept.reverse() : kept, hasMore: read.length > size };
  }
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined;
}
