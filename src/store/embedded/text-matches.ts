import { LRUCache } from 'lru-cache';
import type { TextMatch } from '../engine.ts';

/** Numbers of nodes that are kept for all words together: 8 bytes each. */
const keptIds = 4_000_000;

/** Reads the numbers of the nodes of a label whose property contains a text, and how many nodes the label has. */
type ReadMatch = (label: string, property: string, part: string) => Promise<TextMatch>;

/**
 * Which nodes contain a text. No index of this engine serves `CONTAINS`, so a text is looked for in all nodes once, and what
 * was found is kept until the next write.
 */
export class TextMatches {
  readonly #read: ReadMatch;
  #matches = emptyCache();
  #reading = new Map<string, Promise<TextMatch>>();

  constructor(read: ReadMatch) {
    this.#read = read;
  }

  async get(label: string, property: string, part: string): Promise<TextMatch> {
    const name = JSON.stringify([label, property, part]);
    const known = this.#matches.get(name) ?? this.#reading.get(name);
    if (known) return known;
    const [matches, reading] = [this.#matches, this.#reading];
    const found = this.#read(label, property, part);
    reading.set(name, found);
    try {
      const match = await found;
      matches.set(name, match);
      return match;
    } finally {
      reading.delete(name);
    }
  }

  /** The graph has changed; what is being read is of the graph before. */
  forget(): void {
    this.#matches = emptyCache();
    this.#reading = new Map();
  }
}

function emptyCache(): LRUCache<string, TextMatch> {
  return new LRUCache<string, TextMatch>({ maxSize: keptIds, sizeCalculation: ({ ids }) => ids.length + 1 });
}
