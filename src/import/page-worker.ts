import { parentPort } from 'node:worker_threads';
import { type FieldMap, readPage } from '../importers/index.ts';

/** What the reading of every page of a source depends on, beside the page. */
export interface SourceReading {
  /** Paths of all its pages. */
  readonly pages: ReadonlySet<string>;
  readonly map: FieldMap | undefined;
}

/** Reads pages in a thread of its own; see `page-reader.ts`. */
export interface PageRequest {
  readonly id: number;
  readonly text: string;
  readonly path: string;
  /** How the source is read; null where it is that of the request before. */
  readonly source: SourceReading | null;
}

let known: SourceReading = { pages: new Set(), map: undefined };

parentPort?.on('message', ({ id, text, path, source }: PageRequest) => {
  known = source ?? known;
  parentPort?.postMessage({ id, page: readPage(text, { path, ...known }) });
});
