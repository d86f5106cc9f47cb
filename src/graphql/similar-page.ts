import type { ScoredPaper, SharedKind } from '../model/similarity.ts';
import { similarPapers } from '../store/similar-papers.ts';
import type { Context } from './context.ts';
import { type GraphRow, keyOf } from './graph-row.ts';
import { nodesByKey } from './node-types.ts';

/** A paper that is like another, with the list that it stands in. */
export interface SimilarHit extends ScoredPaper {
  readonly node: GraphRow;
  readonly page: SimilarPage;
}

const labelOf: Readonly<Record<Exclude<SharedKind, 'REFERENCE'>, string>> = {
  AUTHOR: 'Author',
  TOPIC: 'Topic',
  INSTITUTION: 'Institution',
};

/** The papers most like one. What they share is read once for all of them, and only where a field asks for it. */
export class SimilarPage {
  readonly #context: Context;
  readonly #nodes = new Map<string, Promise<ReadonlyMap<string, GraphRow>>>();
  #found: readonly ScoredPaper[] = [];

  constructor(context: Context) {
    this.#context = context;
  }

  async hits(key: string, limit: number): Promise<readonly SimilarHit[]> {
    if (limit === 0) return [];
    this.#found = await similarPapers(this.#context.store, key, limit);
    const keys = this.#found.map((paper) => paper.key);
    const rows = new Map((await nodesByKey('Paper', keys, this.#context)).map((row) => [keyOf(row), row]));
    return this.#found.flatMap((paper) => {
      const node = rows.get(paper.key);
      return node ? [{ ...paper, node, page: this }] : [];
    });
  }

  /** What a hit shares of a kind, in the order of keys. */
  async shared({ shared }: SimilarHit, kind: keyof typeof labelOf): Promise<readonly GraphRow[]> {
    const nodes = await this.#nodesOf(kind);
    return shared.flatMap((thing) => (thing.kind === kind ? (nodes.get(thing.key) ?? []) : []));
  }

  #nodesOf(kind: keyof typeof labelOf): Promise<ReadonlyMap<string, GraphRow>> {
    const known = this.#nodes.get(kind) ?? this.#read(kind);
    this.#nodes.set(kind, known);
    return known;
  }

  async #read(kind: keyof typeof labelOf): Promise<ReadonlyMap<string, GraphRow>> {
    const all = this.#found.flatMap(({ shared }) =>
      shared.filter((thing) => thing.kind === kind).map(({ key }) => key),
    );
    const rows = await nodesByKey(labelOf[kind], [...new Set(all)], this.#context);
    return new Map(rows.map((row) => [keyOf(row), row]));
  }
}
