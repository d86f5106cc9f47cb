import type { GraphLine, PaperLine } from '../model/graph-line.ts';
import { bibtexEntry } from './bibtex.ts';
import { cslItem } from './csl-json.ts';
import { csvHeader, csvRow } from './csv.ts';
import { jsonLine } from './json-lines.ts';

/** How a graph is written as text, line by line. */
export interface ExportFormat {
  readonly begin: string;
  readonly end: string;
  /** Stands between two papers. */
  readonly between: string;
  /** What is written of a line; null where the format has no place for it. */
  text(line: GraphLine): string | null;
  /** It has a place for papers alone. */
  readonly isOfPapers: boolean;
}

export const exportFormatNames = ['jsonl', 'csv', 'bibtex', 'csl-json'] as const;
export type ExportFormatName = (typeof exportFormatNames)[number];

/** The formats by name. */
export const exportFormats: Readonly<Record<ExportFormatName, ExportFormat>> = {
  jsonl: { begin: '', between: '', end: '', text: jsonLine, isOfPapers: false },
  csv: ofPapers(csvRow, { begin: csvHeader }),
  bibtex: ofPapers(bibtexEntry, { between: '\n' }),
  'csl-json': ofPapers(cslItem, { begin: '[\n', between: ',\n', end: '\n]\n' }),
};

function ofPapers(
  text: (paper: PaperLine) => string,
  { begin = '', between = '', end = '' }: Partial<Pick<ExportFormat, 'begin' | 'between' | 'end'>>,
): ExportFormat {
  return { begin, between, end, text: (line) => (line.kind === 'paper' ? text(line) : null), isOfPapers: true };
}
