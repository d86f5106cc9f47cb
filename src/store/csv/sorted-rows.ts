import { rm } from 'node:fs/promises';
import { blocksOf, type KeyedRow, linesOf, merged, RunReader, writeRun } from './sorted-runs.ts';

/** All that rows of one key say, in the order in which they came. */
export interface RowGroup {
  readonly key: string;
  readonly values: readonly unknown[];
}

interface SortOptions {
  /** Characters of rows in memory, before they are written out. */
  readonly bufferedCount?: number;
  /** Files that are read at once. */
  readonly mergedCount?: number;
}

/** What a row takes in memory beside its texts. */
const rowCharacters = 100;

/**
 * Groups any number of rows by key, on disk: sorted runs, merged. Memory is bounded by the options, whatever the number of
 * rows; of rows, a key with all that it says must fit.
 */
export class SortedRows {
  readonly #file: string;
  readonly #bufferedCount: number;
  readonly #mergedCount: number;
  #rows: KeyedRow[] = [];
  #characterCount = 0;
  #runs: string[] = [];
  #runCount = 0;

  /** @param file - runs are files of this name with a number behind it */
  constructor(file: string, { bufferedCount = 24_000_000, mergedCount = 64 }: SortOptions = {}) {
    this.#file = file;
    this.#bufferedCount = bufferedCount;
    this.#mergedCount = mergedCount;
  }

  add(key: string, value: unknown): void {
    const row = [JSON.stringify(key), JSON.stringify(value)] as const;
    this.#rows.push(row);
    this.#characterCount += row[0].length + row[1].length + rowCharacters;
  }

  /** Writes out what is too much for memory; to be awaited every now and then. */
  async settle(): Promise<void> {
    if (this.#characterCount < this.#bufferedCount) return;
    const rows = this.#takeSorted();
    const run = this.#newRun();
    await writeRun(run, blocksOf(rows));
    this.#runs.push(run);
  }

  /** Every key once, in a fixed order. What was added is gone afterwards. */
  async *groups(): AsyncGenerator<RowGroup> {
    while (this.#runs.length >= this.#mergedCount) await this.#mergeFirst();
    const rest = this.#takeSorted();
    const runs = this.#runs.map((run) => new RunReader(linesOf(run)));
    let key: string | null = null;
    let values: unknown[] = [];
    for await (const rows of merged([...runs, new RunReader(blocksOf(rest))])) {
      for (const [next, said] of rows) {
        if (next !== key) {
          if (key !== null) yield { key: JSON.parse(key), values };
          key = next;
          values = [];
        }
        values.push(JSON.parse(said));
      }
    }
    if (key !== null) yield { key: JSON.parse(key), values };
    for (const run of this.#runs) await rm(run, { force: true });
    this.#runs = [];
  }

  /** The oldest runs become one, which is older than the others. */
  async #mergeFirst(): Promise<void> {
    const oldest = this.#runs.splice(0, this.#mergedCount);
    const run = this.#newRun();
    await writeRun(run, merged(oldest.map((each) => new RunReader(linesOf(each)))));
    for (const each of oldest) await rm(each, { force: true });
    this.#runs.unshift(run);
  }

  #takeSorted(): readonly KeyedRow[] {
    // The sort is stable, so that rows of one key stay in their order.
    const rows = this.#rows.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    this.#rows = [];
    this.#characterCount = 0;
    return rows;
  }

  #newRun(): string {
    this.#runCount += 1;
    return `${this.#file}-${this.#runCount}`;
  }
}
