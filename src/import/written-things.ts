import type { CanonicalGraph } from '../model/graph.ts';
import type { DescribedId } from '../store/data-set-queries.ts';
import type { KnownAuthors } from '../store/write-papers.ts';

/** Authors are not bounded by what is distinct in practice, so no more than these are remembered at once. */
const rememberedAuthorCount = 200_000;

/**
 * Named things that batches of one import have written: a data set names the same institutions in every batch, and writing
 * them again would take longer than its papers. It holds a key for each, so it grows with distinct names, not with papers.
 */
export class WrittenThings implements KnownAuthors {
  readonly #committed = new Set<string>();
  readonly #authors = new Map<string, string>();
  #pending: string[] = [];
  #pendingAuthors: (readonly [string, string])[] = [];

  /** A graph without the known things that earlier batches wrote; what only papers name is settled by each batch anew. */
  withoutNamed(graph: CanonicalGraph): CanonicalGraph {
    return {
      ...graph,
      institutions: graph.institutions.filter(({ key, isKnown }) => !isKnown || this.#isNew(`institution ${key}`)),
      conferences: graph.conferences.filter(({ key, isKnown }) => !isKnown || this.#isNew(`conference ${key}`)),
      topics: graph.topics.filter(({ key, isDescribed }) => !isDescribed || this.#isNew(`topic ${key}`)),
    };
  }

  withoutIds(ids: readonly DescribedId[]): readonly DescribedId[] {
    return ids.filter(({ about, id }) => this.#isNew(`${about} ${id}`));
  }

  /** Authors that earlier batches did not write under a name as early in the alphabet; as many are remembered as fit. */
  without<A extends { readonly key: string; readonly name: string }>(authors: readonly A[]): readonly A[] {
    const wanted = authors.filter(({ key, name }) => {
      const known = this.#authors.get(key);
      return known === undefined || name < known;
    });
    for (const { key, name } of wanted) this.#pendingAuthors.push([key, name]);
    return wanted;
  }

  /** What a transaction wrote is there from now on. */
  commit(): void {
    for (const name of this.#pending) this.#committed.add(name);
    for (const [key, name] of this.#pendingAuthors) {
      if (this.#authors.size >= rememberedAuthorCount) this.#authors.clear();
      this.#authors.set(key, name);
    }
    this.#pending = [];
    this.#pendingAuthors = [];
  }

  /** A transaction was undone, or runs again from its start. */
  begin(): void {
    this.#pending = [];
    this.#pendingAuthors = [];
  }

  /** After a batch that withdrew something, which may have taken what nothing referred to any more. */
  forget(): void {
    this.#committed.clear();
    this.#authors.clear();
    this.begin();
  }

  #isNew(name: string): boolean {
    if (this.#committed.has(name)) return false;
    this.#pending.push(name);
    return true;
  }
}
