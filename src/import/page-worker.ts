import { parentPort } from 'node:worker_threads';
import { readPage } from '../importers/index.ts';

/** Reads pages in a thread of its own; see `page-reader.ts`. */
export interface PageRequest {
  readonly id: number;
  readonly text: string;
  readonly path: string;
  /** Paths of all pages of the source; left out where they are those of the request before. */
  readonly pages: ReadonlySet<string> | null;
}

let known: ReadonlySet<string> = new Set();

parentPort?.on('message', ({ id, text, path, pages }: PageRequest) => {
  known = pages ?? known;
  parentPort?.postMessage({ id, page: readPage(text, { path, pages: known }) });
});
