import { LRUCache } from 'lru-cache';
import type { Row } from './values.ts';

/** Letters of the rows that are kept, as JSON. */
const keptLetters = 16_777_216;

/** What statements found at one version of the graph each, where that is slow, or asked again and again. */
export class KeptRows {
  readonly #rows = new LRUCache<string, { readonly rows: readonly Row[]; readonly letters: number }>({
    maxSize: keptLetters,
    maxEntrySize: keptLetters / 8,
    sizeCalculation: ({ letters }, asked) => letters + asked.length,
  });

  get(version: number, asked: string): readonly Row[] | undefined {
    return this.#rows.get(`${version} ${asked}`)?.rows;
  }

  keep(version: number, asked: string, rows: readonly Row[]): void {
    this.#rows.set(`${version} ${asked}`, { rows, letters: JSON.stringify(rows).length });
  }
}
