import type { CanonicalGraph } from '../model/graph.ts';
import type { DescribedId } from '../store/data-set-queries.ts';

/**
 * Named things that batches of one import have written: a data set names the same institutions in every batch, and writing
 * them again would take longer than its papers. It holds a key for each, so it grows with distinct names, not with papers.
 */
export class WrittenThings {
  readonly #committed = new Set<string>();
  #pending: string[] = [];

  /** A graph without the known things that earlier batches wrote; what only papers name is settled by each batch anew. */
  without(graph: CanonicalGraph): CanonicalGraph {
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

  /** What a transaction wrote is there from now on. */
  commit(): void {
    for (const name of this.#pending) this.#committed.add(name);
    this.#pending = [];
  }

  /** A transaction was undone, or runs again from its start. */
  begin(): void {
    this.#pending = [];
  }

  /** After a batch that withdrew something, which may have taken what nothing referred to any more. */
  forget(): void {
    this.#committed.clear();
    this.#pending = [];
  }

  #isNew(name: string): boolean {
    if (this.#committed.has(name)) return false;
    this.#pending.push(name);
    return true;
  }
}
