import type { Rows } from './answer-rows.ts';

/** Longer cells are cut in tables, never in CSV. */
const maxCellLength = 60;

/** Rows as comma-separated values (RFC 4180), with a line of column names. */
export function csvOf({ columns, rows }: Rows): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row.get(column) ?? ''))];
  return lines.map((line) => line.map(quoted).join(',')).join('\r\n');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Rows under column names, for people. */
export function tableOf({ columns, rows }: Rows): string {
  if (rows.length === 0) return 'No rows.';
  const lines = [columns, ...rows.map((row) => columns.map((column) => cut(row.get(column) ?? '')))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  const rule = widths.map((width) => '-'.repeat(width));
  const [head = [], ...body] = lines;
  return [head, rule, ...body]
    .map((line) =>
      line
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cut(cell: string): string {
  const line = cell.replace(/\s+/g, ' ');
  return line.length > maxCellLength ? `${line.slice(0, maxCellLength - 1)}…` : line;
}
