/** An answer as rows of texts, for tables. */
export interface Rows {
  /** Paths of values in a row, `nodes`, `edges` and `node` left out; in the order in which they first come. */
  readonly columns: readonly string[];
  readonly rows: readonly ReadonlyMap<string, string>[];
}

type Json = unknown;

/**
 * The rows of an answer: of its first connection, else of its first list, else the answer as one row. Several values of a
 * column in one row are separated by semicolons.
 */
export function rowsOfAnswer(data: Json): Rows {
  const items = first(data, connectionItems) ?? first(data, listItems) ?? [data];
  const rows = items.map((item) => {
    const cells = new Map<string, string[]>();
    collect(item, '', cells);
    return new Map([...cells].map(([column, values]) => [column, values.join('; ')]));
  });
  return { columns: [...new Set(rows.flatMap((row) => [...row.keys()]))], rows };
}

/** What is found first in the order of the query, not looking into lists. */
function first(value: Json, itemsOf: (value: object) => readonly Json[] | undefined): readonly Json[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const items = itemsOf(value);
  if (items || Array.isArray(value)) return items;
  for (const inner of Object.values(value)) {
    const found = first(inner, itemsOf);
    if (found) return found;
  }
  return undefined;
}

function connectionItems(value: object): readonly Json[] | undefined {
  if ('nodes' in value && Array.isArray(value.nodes)) return value.nodes;
  if ('edges' in value && Array.isArray(value.edges)) return value.edges;
  return undefined;
}

function listItems(value: object): readonly Json[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** Names of fields that say nothing of what a value is. */
const wrappers = new Set(['nodes', 'edges', 'node']);

function collect(value: Json, path: string, cells: Map<string, string[]>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, path, cells);
    return;
  }
  if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      collect(inner, wrappers.has(name) ? path : `${path}${path && '.'}${name}`, cells);
    }
    return;
  }
  const column = path || 'value';
  const known = cells.get(column) ?? [];
  if (value !== null && value !== undefined) known.push(String(value));
  cells.set(column, known);
}
