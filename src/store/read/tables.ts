import type { Value } from '../values.ts';
import type { CrossSelection, FacetSelection, Grouping, Names, Predicate, TableSelection } from './selection.ts';

/**
 * Composes tables of counts. Papers are grouped by nodes, whose names are read behind the limit. Each table is a statement
 * that starts at the papers anew: many in one take Neo4j more than twice as long to plan, for every combination, and a list
 * of papers in scope would be copied for each row on the embedded engine.
 */

/** Where tables stand in a statement. */
export interface TablePlace {
  readonly names: Names;
  /** Text that yields the papers, from bound variables. */
  readonly start: string;
  /** The bound variables. */
  readonly imports: string;
  /** The variable of the papers. */
  readonly paper: string;
  /** The text of a grouping's fragment on a variable of papers, and its variable of groups. */
  fragment(path: string, args: Readonly<Record<string, Value>>, paper: string): { text: string; group: string };
}

/** Text that returns one value, `alias`, and how that value is read. */
interface ComposedTable {
  readonly text: string;
  readonly alias: string;
  readonly read: (value: unknown) => Readonly<Record<string, unknown>>;
}

export function composeTable(table: TableSelection, place: TablePlace): ComposedTable {
  return table.kind === 'facet' ? composeFacet(table, place) : composeCross(table, place);
}

/** `{ groups }`, each `{ value, name, paperCount, fitting }`: a node's key or a value; `fitting` is what each share's filter lets through. */
function composeFacet({ grouping, limit, shares }: FacetSelection, place: TablePlace): ComposedTable {
  const { names } = place;
  const { text, group, count, counted } = largest(grouping, limit, place, shares.size > 0);
  const fitting = [...shares.values()].map((predicate) => fittingCount(predicate, counted, names));
  const name = grouping.name === null ? 'null' : `${group}.${grouping.name}`;
  const columns = [keyOf(grouping, group), name, count, ...fitting.map(({ alias }) => alias)];
  const alias = names.variable('facet');
  const calls = fitting.map((each) => `${each.text}\n`).join('');
  return {
    text: `${text}\n${calls}RETURN collect([${columns.join(', ')}]) AS ${alias}`,
    alias,
    read: (rows) => ({ groups: asList(rows).map((row) => groupFrom(asList(row), [...shares.keys()])) }),
  };
}

function groupFrom([value, name, paperCount, ...fitting]: readonly unknown[], shares: readonly string[]) {
  return { value, name, paperCount, fitting: shares.map((share, index) => ({ share, paperCount: fitting[index] })) };
}

/** How many of a group's papers a filter lets through. */
function fittingCount(predicate: Predicate, counted: string, names: Names) {
  const paper = names.variable('paper');
  const alias = names.variable('fitting');
  const condition = predicate.condition(paper, names) ?? 'true';
  const text = `UNWIND ${counted} AS ${paper}\nWITH ${paper}\nWHERE ${condition}\nRETURN count(${paper}) AS ${alias}`;
  return { text: `CALL (${counted}) {\n${text}\n}`, alias };
}

/** `{ rows, columns, cells }`: the first two as facets, a cell `[row, column, paperCount]` wherever there is a paper. */
function composeCross({ rows, columns, rowLimit, columnLimit }: CrossSelection, place: TablePlace): ComposedTable {
  const facet = (grouping: Grouping, limit: number) =>
    composeFacet({ kind: 'facet', grouping, limit, shares: new Map() }, place);
  const [ofRows, ofColumns] = [facet(rows, rowLimit), facet(columns, columnLimit)];
  const cells = composeCells(rows, columns, rowLimit, place);
  const [cell, column, alias] = ['cell', 'column', 'cross'].map((base) => place.names.variable(base));
  const ofThese = `[${cell} IN ${cells.alias} WHERE ${cell}[1] IN [${column} IN ${ofColumns.alias} | ${column}[0]]]`;
  const parts = [ofRows, ofColumns, cells].map(({ text }) => `CALL (${place.imports}) {\n${text}\n}\n`);
  return {
    text: `${parts.join('')}RETURN [${ofRows.alias}, ${ofColumns.alias}, ${ofThese}] AS ${alias}`,
    alias: String(alias),
    read: (value) => {
      const [rowValue, columnValue, cellValue] = asList(value);
      return { rows: ofRows.read(rowValue), columns: ofColumns.read(columnValue), cells: cellValue };
    },
  };
}

/** Every cell of the largest rows. The papers of a row are grouped again beside it, so its variable is carried along. */
function composeCells(rows: Grouping, columns: Grouping, rowLimit: number, place: TablePlace) {
  const { names } = place;
  const { text, group: row, counted } = largest(rows, rowLimit, place, true);
  const paper = names.variable('paper');
  const columnPart = place.fragment(columns.fragment, columns.args, paper);
  const count = names.variable('count');
  const alias = names.variable('cells');
  const cell = [keyOf(rows, row), keyOf(columns, columnPart.group), count].join(', ');
  return {
    text: `${text}
UNWIND ${counted} AS ${paper}
WITH ${row}, ${paper}
${carrying(row, paper, columnPart.text)}
WITH ${row}, ${columnPart.group}, count(${paper}) AS ${count}
RETURN collect([${cell}]) AS ${alias}`,
    alias,
  };
}

/** The largest groups; of a series all of them. */
function largest(grouping: Grouping, limit: number, place: TablePlace, isCollected: boolean) {
  const { names, paper } = place;
  const { text, group } = place.fragment(grouping.fragment, grouping.args, paper);
  const count = names.variable('count');
  const counted = names.variable('counted');
  const papers = isCollected ? `, collect(${paper}) AS ${counted}` : '';
  const key = keyOf(grouping, group);
  const order = grouping.isSeries ? `${key} ASC` : `${count} DESC, ${key} ASC LIMIT ${names.parameter(limit)}`;
  return {
    text: `${place.start}\n${text}\nWITH ${group}, count(${paper}) AS ${count}${papers}\nORDER BY ${order}`,
    group,
    count,
    counted,
  };
}

/** Every `WITH` of a grouping that names the paper first also keeps a further variable. */
function carrying(variable: string, paper: string, text: string): string {
  return text.replace(new RegExp(`\\bWITH (DISTINCT )?${paper}\\b`, 'g'), `WITH $1${variable}, ${paper}`);
}

function keyOf({ name }: Grouping, group: string): string {
  return name === null ? group : `${group}.key`;
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
