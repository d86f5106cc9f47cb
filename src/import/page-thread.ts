import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '../store/package-root.ts';
import type { PageAnswer, PageRequest, SourceReading } from './page-worker.ts';

export interface PageToRead {
  readonly text: string;
  readonly path: string;
  readonly source: SourceReading;
  readonly resolve: (answer: PageAnswer) => void;
  readonly reject: (error: Error) => void;
}

interface ThreadOptions {
  /** How long one page may take, without its waiting. */
  readonly deadlineMs: number;
  readonly onFree: () => void;
  /** The thread has ended, while it read the first of these pages and others waited; `error` is null where that took too long. */
  readonly onFailed: (error: Error | null, pages: readonly PageToRead[]) => void;
}

/** One page is read while the next already lies there. */
const capacity = 2;

/** A thread that reads pages, one after another. */
export class PageThread {
  readonly #worker = new Worker(join(packageRoot(), 'dist', 'page-worker.js'));
  readonly #options: ThreadOptions;
  /** The first is being read. */
  readonly #pages: PageToRead[] = [];
  /** What the thread was told last: it is sent once a source, not with each page. */
  #source: SourceReading | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: ThreadOptions) {
    this.#options = options;
    this.#worker.on('message', (answer: PageAnswer) => this.#finish(answer));
    this.#worker.on('error', (error) => this.#fail(error));
  }

  get isFree(): boolean {
    return this.#pages.length < capacity;
  }

  read(page: PageToRead): void {
    const { text, path, source } = page;
    if (this.#pages.push(page) === 1) {
      this.#worker.ref();
      this.#watch();
    }
    const request: PageRequest = { text, path, source: source === this.#source ? null : source };
    this.#source = source;
    this.#worker.postMessage(request);
  }

  #finish(answer: PageAnswer): void {
    const page = this.#pages.shift();
    clearTimeout(this.#timer);
    // An idle thread keeps no process alive.
    if (this.#pages.length === 0) this.#worker.unref();
    else this.#watch();
    page?.resolve(answer);
    this.#options.onFree();
  }

  #watch(): void {
    this.#timer = setTimeout(() => this.#fail(null), this.#options.deadlineMs);
  }

  #fail(error: Error | null): void {
    clearTimeout(this.#timer);
    void this.#worker.terminate();
    this.#options.onFailed(error, this.#pages.splice(0));
  }
}
