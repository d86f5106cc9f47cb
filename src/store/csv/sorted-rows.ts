import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';

/** A row to be sorted: its key as JSON text, and what it says, as JSON. */
type KeyedRow = readonly [key: string, said: string];

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

const blockBytes = 1 << 17;
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

type Blocks = AsyncIterable<readonly KeyedRow[]>;

async function* blocksOf(rows: readonly KeyedRow[]): Blocks {
  for (let start = 0; start < rows.length; start += 1000) yield rows.slice(start, start + 1000);
}

async function writeRun(file: string, blocks: Blocks): Promise<void> {
  const out = createWriteStream(file);
  for await (const rows of blocks) {
    const text = rows.map(([key, said]) => `${key}\t${said}\n`).join('');
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
}

/** JSON has no tabs and no line ends in it, so these part keys and rows. */
async function* linesOf(file: string): Blocks {
  let rest = '';
  for await (const piece of createReadStream(file, { encoding: 'utf8', highWaterMark: blockBytes })) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    yield lines.map((line): KeyedRow => {
      const end = line.indexOf('\t');
      return [line.slice(0, end), line.slice(end + 1)];
    });
  }
}

/** The rows of a run, one after another. */
class RunReader {
  readonly #blocks: AsyncIterator<readonly KeyedRow[]>;
  #rows: readonly KeyedRow[] = [];
  #place = 0;

  constructor(blocks: Blocks) {
    this.#blocks = blocks[Symbol.asyncIterator]();
  }

  /** The next row; undefined before `fill`, and after the last. */
  get head(): KeyedRow | undefined {
    return this.#rows[this.#place];
  }

  /** Whether the next row is in memory. */
  step(): boolean {
    this.#place += 1;
    return this.#place < this.#rows.length;
  }

  async fill(): Promise<void> {
    this.#place = 0;
    do {
      const { done, value } = await this.#blocks.next();
      this.#rows = done ? [] : value;
      if (done) return;
    } while (this.#rows.length === 0);
  }
}

/** Rows of several runs in the order of keys; of one key, in the order of runs. */
async function* merged(runs: readonly RunReader[]): Blocks {
  await Promise.all(runs.map((run) => run.fill()));
  const heap = new Heap(runs.flatMap((run, index) => (run.head ? [{ run, index }] : [])));
  let rows: KeyedRow[] = [];
  for (let first = heap.first; first !== undefined; first = heap.first) {
    const { head } = first.run;
    if (head) rows.push(head);
    if (!first.run.step()) await first.run.fill();
    heap.sink(first.run.head !== undefined);
    if (rows.length < 1000) continue;
    yield rows;
    rows = [];
  }
  yield rows;
}

interface Source {
  readonly run: RunReader;
  readonly index: number;
}

/** Runs, of which the one with the first row is at hand: a binary heap. */
class Heap {
  readonly #sources: Source[];

  constructor(sources: readonly Source[]) {
    this.#sources = [...sources];
    for (let place = this.#sources.length >> 1; place >= 0; place -= 1) this.#sinkAt(place);
  }

  get first(): Source | undefined {
    return this.#sources[0];
  }

  /** Puts the first where it belongs now, or takes it out where it has no row left. */
  sink(hasMore: boolean): void {
    if (!hasMore) {
      const last = this.#sources.pop();
      if (last && this.#sources.length > 0) this.#sources[0] = last;
    }
    this.#sinkAt(0);
  }

  #sinkAt(start: number): void {
    for (let place = start; ; ) {
      const [left, right] = [2 * place + 1, 2 * place + 2];
      let least = place;
      if (this.#isBefore(left, least)) least = left;
      if (this.#isBefore(right, least)) least = right;
      const [a, b] = [this.#sources[place], this.#sources[least]];
      if (least === place || !a || !b) return;
      this.#sources[place] = b;
      this.#sources[least] = a;
      place = least;
    }
  }

  #isBefore(one: number, other: number): boolean {
    const a = this.#sources[one];
    const b = this.#sources[other];
    const [key] = a?.run.head ?? [];
    const [otherKey] = b?.run.head ?? [];
    if (!a || !b || key === undefined || otherKey === undefined) return false;
    return key < otherKey || (key === otherKey && a.index < b.index);
  }
}
