import { parentPort } from 'node:worker_threads';
import { InputError } from '../model/errors.ts';
import { type ReadingPiece, type ReadingRequest, readingOf } from './data-set-reading.ts';

/** Reads files of data sets in a thread of its own; see `data-set-reader.ts`. */
export type ReadingCall = { readonly begin: ReadingRequest } | { readonly next: true };

/** One answer for each `next`. */
export type ReadingAnswer =
  | { readonly piece: ReadingPiece }
  | { readonly isEnded: true }
  | { readonly failed: { readonly code: string | null; readonly message: string } };

let reading: AsyncGenerator<ReadingPiece> | null = null;
/** Answers go out in the order of the calls. */
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (call: ReadingCall) => {
  if ('begin' in call) reading = readingOf(call.begin);
  else last = last.then(async () => parentPort?.postMessage(await answer()));
});

async function answer(): Promise<ReadingAnswer> {
  try {
    const step = await reading?.next();
    return !step || step.done ? { isEnded: true } : { piece: step.value };
  } catch (error) {
    const code = error instanceof InputError ? error.code : null;
    return { failed: { code, message: error instanceof Error ? error.message : String(error) } };
  }
}
