import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { InputError } from '../model/errors.ts';
import { packageRoot } from '../store/package-root.ts';
import type { PageAnswer, PageRequest, SourceReading } from './page-worker.ts';

/** The slowest page of the largest size that is read at all, a list kept as data, took up to 20 s on a busy machine. */
const deadlineMs = 60_000;

interface Waiting {
  readonly resolve: (answer: PageAnswer) => void;
  readonly reject: (error: Error) => void;
  readonly path: string;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Reads pages in a thread of its own: a server goes on answering meanwhile, and a page that takes longer than the deadline
 * is given up, with whatever hostile text it holds.
 */
class PageReader {
  #worker: Worker | undefined;
  #count = 0;
  /** What the thread was told last: it is sent once a source, not with each page. */
  #source: SourceReading | undefined;
  readonly #waiting = new Map<number, Waiting>();

  read(text: string, path: string, source: SourceReading): Promise<PageAnswer> {
    this.#count += 1;
    const id = this.#count;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#giveUp(), deadlineMs);
      this.#waiting.set(id, { resolve, reject, path, timer });
      const worker = this.#started();
      worker.ref();
      const request: PageRequest = { id, text, path, source: source === this.#source ? null : source };
      this.#source = source;
      worker.postMessage(request);
    });
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(join(packageRoot(), 'dist', 'page-worker.js'));
    worker.on('message', (answer: PageAnswer) => this.#finish(answer));
    worker.on('error', (error) => this.#fail(error));
    this.#worker = worker;
    return worker;
  }

  #finish(answer: PageAnswer): void {
    const { id } = answer;
    const waiting = this.#waiting.get(id);
    clearTimeout(waiting?.timer);
    this.#waiting.delete(id);
    // An idle thread keeps no process alive.
    if (this.#waiting.size === 0) this.#worker?.unref();
    waiting?.resolve(answer);
  }

  #giveUp(): void {
    const [first] = this.#waiting.values();
    this.#fail(
      new InputError(
        'PAGE_TOO_SLOW',
        `${first?.path}: expected a page that is read within ${deadlineMs / 1000} s, but it takes longer. Split the page, or report it.`,
      ),
    );
  }

  /** The thread cannot be asked to stop in the middle of a page, so it ends, and the next page starts another. */
  #fail(error: Error): void {
    void this.#worker?.terminate();
    this.#worker = undefined;
    this.#source = undefined;
    for (const { timer, reject } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(error);
    }
    this.#waiting.clear();
  }
}

const reader = new PageReader();

/**
 * Reads one page of a list.
 * @param path - the page's path in its source
 * @param source - what its reading depends on beside the page
 * @throws InputError PAGE_TOO_SLOW
 */
export function readPageInThread(text: string, path: string, source: SourceReading): Promise<PageAnswer> {
  return reader.read(text, path, source);
}
