import type { ReadPage, RecordStream } from '../model/source-record.ts';
import { readBibtexPage } from './bibliography/bibtex.ts';
import { readCslJsonPage } from './bibliography/csl-json.ts';
import { readRisPage } from './bibliography/ris.ts';
import type { FieldMap } from './data/field-map.ts';
import { readDataPage } from './data/read-data-page.ts';
import { defaultFieldMap } from './data/usual-names.ts';
import { dblpStream, looksLikeDblp } from './dblp/dblp-stream.ts';
import { type FormatName, formatOf } from './formats.ts';
import { readMarkdownPage } from './markdown/read-page.ts';
import { looksLikeOpenAlex, OpenAlexStream } from './openalex/openalex-stream.ts';

export { looksLikeCslJson } from './bibliography/csl-json.ts';
export { MAX_BIBLIOGRAPHY_BYTES } from './bibliography/read-bibliography.ts';
export { looksLikeConferenceData } from './data/conference-data.ts';
export { type FieldMap, parseFieldMap } from './data/field-map.ts';
export { dataFormatOf } from './data/read-data-page.ts';
export { type FormatName, formatNames, formatOf, isBibliography, isPageByEnding, startLength } from './formats.ts';

export interface ReadOptions {
  /** The page's path relative to its source's root, with `/`. */
  readonly path: string;
  /** Paths of all pages of the source, where they are known: a link to none of them stays as written. */
  readonly pages?: ReadonlySet<string> | undefined;
  /** Which keys of a list kept as data hold what; the usual names where it is left out. */
  readonly map?: FieldMap | undefined;
  /** How it is read; where it is left out, its ending and what is in it tell (`formatOf`). */
  readonly format?: FormatName | undefined;
}

/** Reads one page of a list, of a bibliography or of a data set of conferences. It never throws. */
export function readPage(text: string, options: ReadOptions): ReadPage {
  const { path, pages, map = defaultFieldMap } = options;
  const format = options.format ?? toldFormat(text, { path, map });
  if (format === 'markdown') return readMarkdownPage(text, { path, pages });
  if (format === 'bibtex') return readBibtexPage(text, path);
  if (format === 'ris') return readRisPage(text, path);
  if (format === 'csl-json') return readCslJsonPage(text, path);
  return readDataPage(text, { path, format, map });
}

/** Whoever says which keys hold what means a list kept as data. */
function toldFormat(text: string, { path, map }: { readonly path: string; readonly map: FieldMap }): FormatName {
  const format = formatOf(path, text);
  return format === 'csl-json' && map.isGiven ? 'json' : format;
}

interface ReadingOptions {
  /** Only what is described beside papers is wanted: records may be left out, and what is told of them. */
  readonly isDescribing?: boolean;
}

interface DataSetFormat {
  readonly looksLike: (start: string) => boolean;
  readonly open: (path: string, options: ReadingOptions) => RecordStream;
  /** Whether its records describe other things than papers, so that a file has to be read for them first. */
  readonly describes: boolean;
}

/** Data sets, which are read piece by piece and may be of any size; the first that knows a file's start reads it. */
const dataSetFormats = {
  openalex: {
    looksLike: looksLikeOpenAlex,
    open: (path, options) => new OpenAlexStream(path, options),
    describes: true,
  },
  dblp: { looksLike: looksLikeDblp, open: dblpStream, describes: false },
} as const satisfies Readonly<Record<string, DataSetFormat>>;

export type DataSetFormatName = keyof typeof dataSetFormats;

/** Formats of data sets by name, as a caller may give them. */
export const dataSetFormatNames: readonly DataSetFormatName[] = ['openalex', 'dblp'];

/** The format of a data set whose file begins like this; null where it is none. */
export function dataSetFormatOf(start: string): DataSetFormatName | null {
  return dataSetFormatNames.find((name) => dataSetFormats[name].looksLike(start)) ?? null;
}

/** Whether files of this format describe institutions, series or topics beside papers. */
export function describesThings(format: DataSetFormatName): boolean {
  return dataSetFormats[format].describes;
}

/**
 * A reader for a file of a data set.
 * @param path - of the file in its source, with `/`
 */
export function openDataSet(format: DataSetFormatName, path: string, options: ReadingOptions = {}): RecordStream {
  return dataSetFormats[format].open(path, options);
}
