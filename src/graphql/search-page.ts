import { InputError } from '../model/errors.ts';
import { type FoundPlace, remarksOf, searchCount, searchPage } from '../store/find.ts';
import { type FoundKind, foundKinds, kindsOfNodes } from '../store/find-predicates.ts';
import { type HighlightPart, highlight } from '../store/highlight.ts';
import type { Value } from '../store/values.ts';
import type { PageInfo } from './connection.ts';
import type { Context } from './context.ts';
import { encodeCursor, listSeal } from './cursor.ts';
import { type GraphRow, keyOf } from './graph-row.ts';
import { nodesByKey } from './node-types.ts';
import { type PagingArguments, pageOf } from './paging.ts';

export interface SearchArguments extends PagingArguments {
  readonly text: string;
  readonly kinds?: readonly FoundKind[] | null | undefined;
}

export interface SearchHit {
  readonly place: FoundPlace;
  readonly cursor: string;
  readonly node: GraphRow;
  readonly page: SearchPage;
}

export interface HighlightOfField {
  readonly field: string;
  readonly parts: readonly HighlightPart[];
}

/** A page of what a search finds. Nothing is read until a field asks for it, and rows are read once for all of them. */
export class SearchPage {
  readonly #args: SearchArguments;
  readonly #context: Context;
  readonly #kinds: readonly FoundKind[];
  readonly #seal: string;
  readonly #size: number;
  readonly #after: FoundPlace | null;
  readonly #backwards: boolean;
  #hits: Promise<{ hits: readonly SearchHit[]; hasMore: boolean }> | undefined;
  #remarks: Promise<ReadonlyMap<string, readonly string[]>> | undefined;

  /** @throws InputError BAD_PAGE_SIZE, BAD_PAGING, and those of cursors */
  constructor(args: SearchArguments, context: Context) {
    this.#args = args;
    this.#context = context;
    this.#kinds = kindsAskedFor(args.kinds);
    this.#seal = listSeal(['search', args.text, this.#kinds]);
    const { size, selection } = pageOf(args, () => this.#seal, null);
    this.#size = size;
    this.#after = selection.after && placeFrom(selection.after);
    this.#backwards = selection.backwards;
  }

  async hits(): Promise<readonly SearchHit[]> {
    return (await this.#page()).hits;
  }

  async pageInfo(): Promise<PageInfo> {
    const { hits, hasMore } = await this.#page();
    return {
      // Behind a cursor there is at least the row that it came from.
      hasNextPage: this.#backwards ? this.#after !== null : hasMore,
      hasPreviousPage: this.#backwards ? hasMore : this.#after !== null,
      startCursor: hits[0]?.cursor ?? null,
      endCursor: hits.at(-1)?.cursor ?? null,
    };
  }

  totalCount(): Promise<number> {
    return searchCount(this.#context.store, this.#args.text, this.#kinds);
  }

  /** What a hit says of the words that were asked for, field by field; fields without a match are left out. */
  async highlights({ node, place: { kind } }: SearchHit): Promise<readonly HighlightOfField[]> {
    const texts = textsOf(kind, node.columns);
    const remarks = kind === 'PAPER' ? ((await this.#remarksOfPage()).get(keyOf(node)) ?? []) : [];
    return [...texts, ...remarks.map((text) => ({ field: 'remarks', text }))].flatMap(({ field, text }) => {
      const parts = highlight(text, this.#args.text);
      return parts.length === 0 ? [] : [{ field, parts }];
    });
  }

  #page() {
    this.#hits ??= this.#read();
    return this.#hits;
  }

  async #read() {
    const limit = this.#size + 1;
    const selection = { limit, after: this.#after, backwards: this.#backwards };
    const places = await searchPage(this.#context.store, this.#args.text, this.#kinds, selection);
    const kept = places.slice(0, this.#size);
    const shown = this.#backwards ? kept.reverse() : kept;
    const nodes = await this.#nodesOf(shown);
    const hits = shown.flatMap((place) => {
      const node = nodes.get(`${place.kind}:${place.key}`);
      const cursor = encodeCursor(this.#seal, [place.rank, place.knownCount, place.kind, place.key]);
      return node ? [{ place, cursor, node, page: this }] : [];
    });
    return { hits, hasMore: places.length > this.#size };
  }

  async #nodesOf(places: readonly FoundPlace[]): Promise<ReadonlyMap<string, GraphRow>> {
    const found = await Promise.all(
      foundKinds.map(async (kind) => {
        const keys = places.filter((place) => place.kind === kind).map(({ key }) => key);
        const rows = await nodesByKey(kindsOfNodes[kind].label, keys, this.#context);
        return rows.map((row) => [`${kind}:${keyOf(row)}`, row] as const);
      }),
    );
    return new Map(found.flat());
  }

  async #remarksOfPage() {
    const hits = await this.hits();
    const keys = hits.filter(({ place: { kind } }) => kind === 'PAPER').map(({ place: { key } }) => key);
    this.#remarks ??= remarksOf(this.#context.store, keys);
    return this.#remarks;
  }
}

/** All kinds where none is named; in a fixed order, each once. */
export function kindsAskedFor(kinds: readonly FoundKind[] | null | undefined): readonly FoundKind[] {
  return foundKinds.filter((kind) => !kinds || kinds.includes(kind));
}

function placeFrom([rank, knownCount, kind, key]: readonly Value[]): FoundPlace {
  const known = foundKinds.find((each) => each === kind);
  if (typeof rank === 'number' && typeof knownCount === 'number' && known && typeof key === 'string')
    return { rank, knownCount, kind: known, key };
  throw new InputError(
    'BAD_CURSOR',
    'after, before: expected a cursor as pageInfo or edges give it, but found another text.',
  );
}

const textFields: Readonly<Record<FoundKind, readonly string[]>> = {
  PAPER: ['title', 'shortName', 'abstract'],
  INSTITUTION: ['name', 'aliases'],
  CONFERENCE: ['acronym', 'name', 'aliases'],
  TOPIC: ['name'],
  AUTHOR: ['name'],
};

function textsOf(kind: FoundKind, columns: GraphRow['columns']) {
  return textFields[kind].flatMap((field) => {
    const value = columns[field];
    const texts = Array.isArray(value) ? value : [value];
    return texts.flatMap((text: unknown) => (typeof text === 'string' ? [{ field, text }] : []));
  });
}
