import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { InputError } from '../model/errors.ts';
import { packageRoot } from '../store/package-root.ts';
import type { ReadingPiece, ReadingRequest } from './data-set-reading.ts';
import type { ReadingAnswer, ReadingCall } from './data-set-worker.ts';

/** Pieces that are read ahead of the one that is being worked on. */
const aheadCount = 1;

/**
 * Reads files of data sets in a thread of its own, one after another: what is parsed, hashed and packed there costs the
 * thread that writes nothing, and a server goes on answering meanwhile. No more than a piece is read ahead.
 */
export class DataSetReader {
  #worker: Worker | undefined;
  #answers: ReadingAnswer[] = [];
  #waiting: { resolve: (answer: ReadingAnswer) => void; reject: (error: Error) => void } | undefined;
  #failure: Error | undefined;

  /**
   * What a file gives, piece by piece; whoever stops asking ends the reading.
   * @throws InputError as `readingOf` does
   */
  async *read(request: ReadingRequest): AsyncGenerator<ReadingPiece> {
    this.#call({ begin: request });
    for (let count = 0; count <= aheadCount; count += 1) this.#call({ next: true });
    let isEnded = false;
    try {
      for (;;) {
        const answer = await this.#answer();
        isEnded = !('piece' in answer);
        if ('failed' in answer) throw failureOf(answer.failed);
        if ('isEnded' in answer) return;
        this.#call({ next: true });
        yield answer.piece;
      }
    } finally {
      // The calls that were made ahead answer once more each; a reading that nobody waits for is cut off with its thread.
      if (isEnded) for (let count = 0; count < aheadCount; count += 1) await this.#answer();
      else await this.close();
    }
  }

  /** Ends the thread; the next reading starts another. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#answers = [];
    this.#waiting = undefined;
    await worker?.terminate();
  }

  #call(call: ReadingCall): void {
    this.#started().postMessage(call);
  }

  #answer(): Promise<ReadingAnswer> {
    const ready = this.#answers.shift();
    if (ready) return Promise.resolve(ready);
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(join(packageRoot(), 'dist', 'data-set-worker.js'));
    this.#failure = undefined;
    worker.on('message', (answer: ReadingAnswer) => {
      const waiting = this.#waiting;
      this.#waiting = undefined;
      if (waiting) waiting.resolve(answer);
      else this.#answers.push(answer);
    });
    worker.on('error', (error) => {
      this.#worker = undefined;
      this.#failure = error;
      this.#waiting?.reject(error);
      this.#waiting = undefined;
    });
    this.#worker = worker;
    return worker;
  }
}

function failureOf({ code, message }: { readonly code: string | null; readonly message: string }): Error {
  return code === null ? new Error(message) : new InputError(code, message);
}
