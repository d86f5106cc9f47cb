import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../model/errors.ts';
import { PageThread, type PageToRead } from './page-thread.ts';
import type { PageAnswer, SourceReading } from './page-worker.ts';
import { readAhead } from './read-ahead.ts';

/** The slowest page of the largest size that is read at all, a list kept as data, took up to 20 s on a busy machine. */
const deadlineMs = 60_000;

/** A thread more than one pays where a whole list is read; each takes its own memory and time to warm up. */
const maxThreadCount = Math.min(4, availableParallelism());

/** Another thread is started where so many pages wait for each that there is. */
const waitingPerThread = 2;

/** Who reads a list asks for so many pages at a time: enough for every thread to have one beside the one it reads. */
const pagesAhead = 2 * maxThreadCount + waitingPerThread;

/** What a page says takes a few times its text, so of the largest bibliographies one is read at a time. */
const bytesAhead = 10_000_000;

/**
 * Reads pages in threads of their own: a server goes on answering meanwhile, and a page that takes longer than the deadline
 * is given up, with whatever hostile text it holds; the others are read.
 */
export class PageReader {
  readonly #deadlineMs: number;
  readonly #threads: PageThread[] = [];
  readonly #waiting: PageToRead[] = [];

  constructor(deadlineMs: number) {
    this.#deadlineMs = deadlineMs;
  }

  /**
   * Reads one page of a list.
   * @param path - the page's path in its source
   * @param source - what its reading depends on beside the page
   * @throws InputError PAGE_TOO_SLOW
   */
  read(text: string, path: string, source: SourceReading): Promise<PageAnswer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ text, path, source, resolve, reject });
      this.#handOut();
    });
  }

  #handOut(): void {
    for (;;) {
      const free = this.#threads.find((thread) => thread.isFree) ?? this.#another();
      const page = free && this.#waiting.shift();
      if (!page) return;
      free.read(page);
    }
  }

  #another(): PageThread | undefined {
    const count = this.#threads.length;
    if (count >= maxThreadCount || this.#waiting.length <= count * waitingPerThread) return undefined;
    const thread = new PageThread({
      deadlineMs: this.#deadlineMs,
      onFree: () => this.#handOut(),
      onFailed: (error, pages) => this.#replace(thread, error, pages),
    });
    this.#threads.push(thread);
    return thread;
  }

  /** A thread cannot be asked to stop in the middle of a page, so it ends, and the next page starts another. */
  #replace(thread: PageThread, error: Error | null, [page, ...others]: readonly PageToRead[]): void {
    this.#threads.splice(this.#threads.indexOf(thread), 1);
    page?.reject(error ?? this.#tooSlow(page));
    this.#waiting.unshift(...others);
    this.#handOut();
  }

  #tooSlow({ path }: PageToRead): InputError {
    return new InputError(
      'PAGE_TOO_SLOW',
      `${path}: expected a page that is read within ${this.#deadlineMs / 1000} s, but it takes longer. Split the page, or report it.`,
    );
  }
}

const reader = new PageReader(deadlineMs);

/** Reads one page of a list; see `PageReader.read`. */
export function readPageInThread(text: string, path: string, source: SourceReading): Promise<PageAnswer> {
  return reader.read(text, path, source);
}

/** Reads the pages of a source, by their paths, several at a time; what each gives comes in the order of paths. */
export function readPagesAhead<Result>(
  root: string,
  paths: readonly string[],
  read: (path: string) => Promise<Result>,
): AsyncGenerator<Result> {
  const sizeOf = async (path: string) =>
    stat(join(root, path)).then(
      ({ size }) => size,
      () => 0,
    );
  return readAhead(paths, read, { count: pagesAhead, sizeOf, size: bytesAhead });
}
