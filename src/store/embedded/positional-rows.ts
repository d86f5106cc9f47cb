import type { Parameters } from '../engine.ts';
import type { Value } from '../values.ts';

/**
 * Rows as lists. The engine takes a parameter's map property by property, and a list in half the time; that is as much of a
 * large write as its execution. So `UNWIND $rows AS row … row.key` becomes `row[0]`, and each row a list of what the
 * statement uses of it, and so do the lists in rows that it unwinds in turn.
 */
interface RowList {
  readonly columns: readonly Column[];
}

interface Column {
  readonly name: string;
  /** Where it is a list of rows itself. */
  readonly rows: RowList | null;
}

interface PositionalStatement {
  readonly text: string;
  /** By parameter. */
  readonly rowLists: ReadonlyMap<string, RowList>;
}

const statements = new Map<string, PositionalStatement>();

/** A statement and its parameters with rows as lists, where it uses nothing of its rows but their properties. */
export function withPositionalRows(
  text: string,
  parameters: Parameters,
): { readonly text: string; readonly parameters: Parameters } {
  const known = statements.get(text) ?? positional(text);
  statements.set(text, known);
  if (known.rowLists.size === 0) return { text, parameters };
  const lists = [...known.rowLists].map(([name, rows]) => [name, listsOf(parameters[name], rows)] as const);
  return { text: known.text, parameters: { ...parameters, ...Object.fromEntries(lists) } };
}

function positional(text: string): PositionalStatement {
  const rowLists = new Map<string, RowList>();
  let rewritten = text;
  for (const [, parameter = '', variable = ''] of text.matchAll(/\bUNWIND \$(\w+) AS (\w+)/g)) {
    // Two lists under one name, or one list under two, are read as they are.
    const isOnce = text.split(` AS ${variable}\n`).length === 2 && text.split(`$${parameter} `).length === 2;
    const rows = isOnce ? rowListOf(text, variable) : null;
    if (rows === null) continue;
    rowLists.set(parameter, rows);
    rewritten = withPlaces(rewritten, variable, rows);
  }
  return { text: rewritten, rowLists };
}

/** Null where a statement uses a row as a whole, or nothing of it. */
function rowListOf(text: string, variable: string): RowList | null {
  const whole = new RegExp(`\\b${variable}\\b(?!\\.)`, 'g');
  const named = new RegExp(` AS ${variable}\\b|(?<=WITH |WITH \\w+, )${variable}(?=,|\\n)`, 'g');
  if ((text.match(whole)?.length ?? 0) > (text.match(named)?.length ?? 0)) return null;
  const names = new Set([...text.matchAll(new RegExp(`\\b${variable}\\.(\\w+)`, 'g'))].map(([, name = '']) => name));
  const columns = [...names].map((name) => {
    const [, inner] = new RegExp(`UNWIND ${variable}\\.${name} AS (\\w+)\\n`).exec(text) ?? [];
    return { name, rows: inner === undefined ? null : rowListOf(text, inner) };
  });
  return columns.length === 0 ? null : { columns };
}

function withPlaces(text: string, variable: string, { columns }: RowList): string {
  let placed = text;
  for (const { name, rows } of columns) {
    const [, inner] = new RegExp(`UNWIND ${variable}\\.${name} AS (\\w+)\\n`).exec(text) ?? [];
    if (rows !== null && inner !== undefined) placed = withPlaces(placed, inner, rows);
  }
  const places = new Map(columns.map(({ name }, place) => [name, place]));
  return placed.replace(new RegExp(`\\b${variable}\\.(\\w+)`, 'g'), (_, name) => `${variable}[${places.get(name)}]`);
}

function listsOf(value: Value | undefined, { columns }: RowList): Value {
  if (!Array.isArray(value)) return value ?? null;
  return value.map((row: { readonly [name: string]: Value }) =>
    columns.map(({ name, rows }) => (rows === null ? (row[name] ?? null) : listsOf(row[name], rows))),
  );
}
