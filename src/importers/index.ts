import type { ReadPage, RecordStream } from '../model/source-record.ts';
import type { FieldMap } from './data/field-map.ts';
import { dataFormatOf, readDataPage } from './data/read-data-page.ts';
import { defaultFieldMap } from './data/usual-names.ts';
import { readMarkdownPage } from './markdown/read-page.ts';
import { looksLikeOpenAlex, OpenAlexStream } from './openalex/openalex-stream.ts';

export { looksLikeConferenceData } from './data/conference-data.ts';
export { type FieldMap, parseFieldMap } from './data/field-map.ts';
export { dataFormatOf } from './data/read-data-page.ts';

export interface ReadOptions {
  /** The page's path relative to its source's root, with `/`; its ending says how it is read. */
  readonly path: string;
  /** Paths of all pages of the source, where they are known: a link to none of them stays as written. */
  readonly pages?: ReadonlySet<string> | undefined;
  /** Which keys of a list kept as data hold what; the usual names where it is left out. */
  readonly map?: FieldMap | undefined;
}

/** Reads one page of a list or of a data set of conferences: Markdown, or YAML, JSON, JSON Lines, CSV or TSV. It never throws. */
export function readPage(text: string, { path, pages, map = defaultFieldMap }: ReadOptions): ReadPage {
  const format = dataFormatOf(path);
  return format === null ? readMarkdownPage(text, { path, pages }) : readDataPage(text, { path, format, map });
}

interface DataSetFormat {
  readonly looksLike: (start: string) => boolean;
  readonly open: (path: string) => RecordStream;
}

/** Data sets, which are read piece by piece and may be of any size; the first that knows a file's start reads it. */
const dataSetFormats: readonly DataSetFormat[] = [
  { looksLike: looksLikeOpenAlex, open: (path) => new OpenAlexStream(path) },
];

/** Whether a file that begins like this is one of a data set. */
export function looksLikeDataSet(start: string): boolean {
  return dataSetFormats.some(({ looksLike }) => looksLike(start));
}

/**
 * A reader for a file of a data set.
 * @param path - of the file in its source, with `/`
 */
export function openDataSet(start: string, path: string): RecordStream | null {
  return dataSetFormats.find(({ looksLike }) => looksLike(start))?.open(path) ?? null;
}
