import { parentPort } from 'node:worker_threads';
import { type FieldMap, type FormatName, readPage } from '../importers/index.ts';
import type { ReadPage } from '../model/source-record.ts';

/** What the reading of every page of a source depends on, beside the page. */
export interface SourceReading {
  /** Paths of all its pages. */
  readonly pages: ReadonlySet<string>;
  readonly map: FieldMap | undefined;
  /** How a page is read; undefined where its ending and what is in it tell. */
  readonly format: FormatName | undefined;
}

/** Reads pages in a thread of its own; see `page-thread.ts`. */
export interface PageRequest {
  readonly text: string;
  readonly path: string;
  /** How the source is read; null where it is that of the request before. */
  readonly source: SourceReading | null;
}

/** Answers come in the order of requests. */
export interface PageAnswer {
  readonly page: ReadPage;
  /** Paths that its links within the source may lead to, sorted: whether the source has them decides how it is read. */
  readonly lookedUp: readonly string[];
}

/** Remembers what was asked for. */
class AskedSet extends Set<string> {
  readonly asked = new Set<string>();

  override has(value: string): boolean {
    this.asked.add(value);
    return super.has(value);
  }
}

let known: Omit<SourceReading, 'pages'> & { readonly pages: AskedSet } = {
  pages: new AskedSet(),
  map: undefined,
  format: undefined,
};

parentPort?.on('message', ({ text, path, source }: PageRequest) => {
  if (source) known = { ...source, pages: new AskedSet(source.pages) };
  known.pages.asked.clear();
  const page = readPage(text, { path, ...known });
  const answer: PageAnswer = { page, lookedUp: [...known.pages.asked].sort() };
  parentPort?.postMessage(answer);
});
