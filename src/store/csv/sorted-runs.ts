import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/** A row that is being sorted: its key as JSON text, and what it says, as JSON. */
export type KeyedRow = readonly [key: string, said: string];

/** Rows in the order of keys, some thousand at a time. */
export type Blocks = AsyncIterable<readonly KeyedRow[]>;

/** Rows in memory, as a run. */
export async function* blocksOf(rows: readonly KeyedRow[]): Blocks {
  for (let start = 0; start < rows.length; start += 1000) yield rows.slice(start, start + 1000);
}

export async function writeRun(file: string, blocks: Blocks): Promise<void> {
  const out = createWriteStream(file);
  for await (const rows of blocks) {
    const text = rows.map(([key, said]) => `${key}\t${said}\n`).join('');
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
}

/** A run that was written. JSON has no tabs and no line ends in it, so these part keys and rows. */
export async function* linesOf(file: string): Blocks {
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
export class RunReader {
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
export async function* merged(runs: readonly RunReader[]): Blocks {
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

const blockBytes = 1 << 17;

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
