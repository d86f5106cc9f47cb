import { parentPort } from 'node:worker_threads';
import { readPage } from '../importers/index.ts';

/** Reads pages in a thread of its own; see `page-reader.ts`. */
export interface PageRequest {
  readonly id: number;
  readonly text: string;
  readonly path: string;
}

parentPort?.on('message', ({ id, text, path }: PageRequest) => {
  parentPort?.postMessage({ id, page: readPage(text, { path }) });
});
