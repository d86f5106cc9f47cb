import { CsvError, parse } from 'csv-parse/sync';
import type { Problem } from '../../model/problem.ts';
import { badRow, badSyntax, duplicateKey, problemsAt } from './data-problems.ts';
import type { TextValue, Value } from './value.ts';
import type { ReadDocument } from './yaml-document.ts';

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * Reads CSV (https://www.rfc-editor.org/rfc/rfc4180) or TSV with a header: a list of objects, one a row, each on the
 * line on which its row begins. Where the header of a CSV file has semicolons and no comma, semicolons separate. Rows
 * may end early; one with more cells than the header is a problem, for its cells stand under the wrong names. Where a
 * quotation mark is never closed, the rows before it are read.
 *
 * @param text - with line ends of one character
 */
export function readSeparatedValues(text: string, path: string, format: 'csv' | 'tsv'): ReadDocument {
  const { rows, error } = parseRows(text, path, format);
  const [header, ...body] = rows;
  const found = error ? [error] : [];
  if (!header) return { value: null, problems: found, isRefused: error !== null };
  const keys = header.cells.map((cell) => cell.trim());
  const repeated = keys.filter(isRepeated()).filter((key) => key !== '');
  const isTooLong = ({ cells }: Row) => cells.slice(keys.length).some((cell) => cell.trim() !== '');
  const items: Value[] = [];
  const tooLong: Row[] = [];
  for (const row of body) {
    if (isTooLong(row)) tooLong.push(row);
    else items.push({ kind: 'object', entries: entriesOf(row, keys), line: row.line });
  }
  const problems = [
    ...found,
    ...problemsAt(repeated, (key) => duplicateKey({ path, line: header.line }, key)),
    ...problemsAt(tooLong, (row) => tooManyCells(row, { path, most: keys.length })),
  ];
  return { value: { kind: 'list', items, line: header.line }, problems, isRefused: false };
}

/** Whether a text was asked for before. */
function isRepeated(): (text: string) => boolean {
  const seen = new Set<string>();
  return (text) => seen.size === seen.add(text).size;
}

function parseRows(text: string, path: string, format: 'csv' | 'tsv'): { rows: Row[]; error: Problem | null } {
  const rows: Row[] = [];
  try {
    parse(text, {
      delimiter: format === 'tsv' ? '\t' : delimiterOf(text),
      record_delimiter: '\n',
      ltrim: true,
      max_record_size: 0,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      onRecord: (cells: string[], { lines }) => {
        // The library counts to the end of the row, whose cells can hold line ends.
        const inner = cells.reduce((count, cell) => count + cell.split('\n').length - 1, 0);
        rows.push({ cells, line: lines - inner });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows, error: unclosed(error, path, rows.at(-1)) };
  }
  return { rows, error: null };
}

function delimiterOf(text: string): string {
  const header = /\S[^\n]*/u.exec(text)?.[0] ?? '';
  return header.includes(';') && !header.includes(',') ? ';' : ',';
}

function unclosed({ code, message }: CsvError, path: string, last: Row | undefined): Problem {
  const line = last ? last.line + last.cells.join('\n').split('\n').length - last.cells.length + 1 : 1;
  const cause = code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quotation mark is never closed' : message;
  return badSyntax(
    { path, line },
    `the rows from here on do not parse: ${cause}; they were not read`,
    'Close the quotation mark that a cell begins with; a mark within a cell in quotation marks is written twice.',
  );
}

function tooManyCells({ cells, line }: Row, { path, most }: { path: string; most: number }): Problem {
  return badRow(
    { path, line },
    `expected at most ${most} cells as in the header, found ${cells.length}`,
    'Put quotation marks around cells that hold the sign which separates cells.',
  );
}

/** Cells by the names of their columns; the first of two columns of one name stands. Empty cells state nothing. */
function entriesOf({ cells, line }: Row, keys: readonly string[]): ReadonlyMap<string, TextValue> {
  const entries = new Map<string, TextValue>();
  const isSecond = isRepeated();
  cells.forEach((text, column) => {
    const key = keys[column] ?? '';
    if (!isSecond(key) && text.trim() !== '') entries.set(key, { kind: 'text', text, line });
  });
  return entries;
}
