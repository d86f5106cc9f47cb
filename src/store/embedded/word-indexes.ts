import type { IndexedText, WordIndex } from '../engine.ts';
import { type KnownTexts, wordIndexOf } from './word-index.ts';

/** Reads the texts of a label's nodes, the best known first. */
type ReadTexts = (indexed: IndexedText) => Promise<KnownTexts>;

/**
 * Words of nodes in memory. No index of this engine serves a word or its beginning, so each text is read once, beside the
 * requests that ask for it: until it is there, and again after each write, they look at all nodes themselves.
 */
export class WordIndexes {
  readonly #read: ReadTexts;
  #indexes = new Map<string, WordIndex | null>();

  constructor(read: ReadTexts) {
    this.#read = read;
  }

  /** Null where it is not there yet; it is being made then. */
  get(indexed: IndexedText): WordIndex | null {
    const name = `${indexed.label}.${indexed.property}`;
    const known = this.#indexes.get(name);
    if (known !== undefined) return known;
    const indexes = this.#indexes;
    indexes.set(name, null);
    const isWanted = () => indexes === this.#indexes;
    this.#read(indexed)
      .then((texts) => wordIndexOf(texts, isWanted))
      .then(
        (index) => indexes.set(name, index),
        () => indexes.delete(name),
      );
    return null;
  }

  /** The graph has changed; what was read before, or is being read, is of the graph before. */
  forget(): void {
    this.#indexes = new Map();
  }
}
