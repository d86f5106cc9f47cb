import type { FoundKind } from '../store/find-predicates.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { nearestNames } from '../store/nearest-names.ts';

/** A name that a request asks by and that nothing in the graph has, so that nothing was found by it. */
export interface UnknownName {
  readonly kind: FoundKind;
  readonly name: string;
}

/** With what it may have meant, the nearest first. */
export interface ToldName extends UnknownName {
  readonly nearest: readonly string[];
}

/** Names that one request asks by in vain, each once: an empty answer alone would not say that a name was misspelt. */
export class UnknownNames {
  readonly #names = new Map<string, UnknownName>();

  add(unknown: UnknownName): void {
    this.#names.set(`${unknown.kind} ${unknown.name}`, unknown);
  }

  /** The first few, since each takes a statement. */
  told(store: GraphStore): Promise<readonly ToldName[]> {
    const first = [...this.#names.values()].slice(0, toldCount);
    return Promise.all(
      first.map(async ({ kind, name }) => ({ kind, name, nearest: await nearestNames(store, kind, name) })),
    );
  }
}

const toldCount = 5;
