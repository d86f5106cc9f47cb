import { cypherFile } from '../cypher-file.ts';
import type { Engine, Statement } from '../engine.ts';
import type { Row, Value } from '../values.ts';
import { type Fragment, fragmentOf, type OrderTerm } from './fragment.ts';
import type {
  Names,
  Predicate,
  ReadRow,
  RelatedResult,
  RelationSelection,
  RowsSelection,
  Selection,
  TableSelection,
} from './selection.ts';
import { composeTable } from './tables.ts';
import { withoutUnneeded } from './unneeded.ts';
import { chosenStart, yearBoundsOf } from './where-to-start.ts';

/** A statement and the way to read its rows. */
export interface Composed<T> {
  readonly statement: Statement;
  readonly read: (rows: readonly Row[]) => T;
}

/** A piece of a statement that yields one value, `alias`, and how that value is read. */
interface Piece {
  readonly text: string;
  readonly alias: string;
  readonly read: (value: unknown) => RelatedResult;
}

/** Variables that may be started from: their name in a fragment, and their name in the statement. */
type Scope = ReadonlyMap<string, string>;

/**
 * The whole of a request's selection as one statement, from a fragment that starts it.
 * @param ids - the engine's numbers of the only nodes to look at; all are looked at where it is left out
 */
export function composeStart(
  selection: RelationSelection,
  engine: Engine['name'],
  ids: readonly number[] | null = null,
): Composed<RelatedResult> {
  const composer = new Composer(engine, ids);
  const piece = composer.piece(selection, new Map());
  return {
    statement: composer.statement(`${piece.text}`),
    read: ([row]) => piece.read(row?.[piece.alias]),
  };
}

/** One relation of many nodes, by their keys. A key that is not there has no entry. */
export function composeBatch(
  label: string,
  keys: readonly string[],
  selection: RelationSelection,
  engine: Engine['name'],
): Composed<ReadonlyMap<string, RelatedResult>> {
  const composer = new Composer(engine);
  const [from = 'node'] = fragmentOf(selection.fragment).from;
  const bound = composer.names.variable(from);
  const piece = composer.piece(selection, new Map([[from, bound]]));
  const text = `UNWIND ${composer.names.parameter(keys)} AS key
MATCH (${bound}:${label} {key: key})
CALL (${bound}) {
${piece.text}
}
RETURN key, ${piece.alias}`;
  return {
    statement: composer.statement(text),
    read: (rows) => new Map(rows.map((row) => [String(row.key), piece.read(row[piece.alias])])),
  };
}

/** Nodes by their keys, with their relations. A key that is not there has no entry. */
export function composeNodes(
  label: string,
  keys: readonly string[],
  selection: Selection,
  engine: Engine['name'],
): Composed<ReadonlyMap<string, ReadRow>> {
  const composer = new Composer(engine);
  const node = composer.names.variable('node');
  const item = composer.item(selection, { to: node, extra: [], order: [] }, new Map([[nodeName(label), node]]));
  const text = `UNWIND ${composer.names.parameter(keys)} AS key
MATCH (${node}:${label} {key: key})
WITH key, ${node}
${item.calls}RETURN key, ${item.list} AS item`;
  return {
    statement: composer.statement(text, `nodes of ${label}`),
    read: (rows) => new Map(rows.map((row) => [String(row.key), item.read(row.item)])),
  };
}

/** Fragments start at a variable named for the label: `paper` for `Paper`. */
function nodeName(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** A stored key in the order that it is walked, and where the page begins behind. */
interface Walk extends OrderTerm {
  readonly after: Value;
}

/** A fragment's text, filtered; and whether it holds rows behind the page's cursor alone. */
interface Begun {
  readonly text: string;
  readonly isBehind: boolean;
}

/** A relation within a row: what stands before the row, and the value within it. */
interface NestedPiece {
  readonly call: string;
  readonly alias: string;
  readonly read: (value: unknown) => RelatedResult;
}

interface RowItem {
  readonly calls: string;
  readonly list: string;
  readonly read: (value: unknown) => ReadRow;
}

interface RowShape {
  readonly to: string | null;
  /** Name in the fragment and name in the statement. */
  readonly extra: readonly (readonly [string, string])[];
  readonly order: readonly string[];
}

class Composer {
  readonly #engine: Engine['name'];
  readonly #parameters: Record<string, Value> = {};
  readonly #paths: string[] = [];
  readonly #ids: readonly number[] | null;
  #count = 0;
  #isScan = false;

  constructor(engine: Engine['name'], ids: readonly number[] | null = null) {
    this.#engine = engine;
    this.#ids = ids;
  }

  readonly names: Names = {
    variable: (base) => `${base}_${this.#next()}`,
    parameter: (value) => {
      const name = `p${this.#next()}`;
      this.#parameters[name] = value;
      return `$${name}`;
    },
  };

  statement(text: string, start?: string): Statement {
    const name = [...(start === undefined ? [] : [start]), ...this.#paths].join(' + ');
    return { name, text: withoutUnneeded(text), parameters: this.#parameters, ...(this.#isScan && { isKept: true }) };
  }

  piece(selection: RelationSelection, scope: Scope): Piece {
    const fragment = fragmentOf(selection.fragment);
    this.#paths.push(fragment.path);
    const renames = this.#renamesOf(fragment, scope);
    const { text, isBehind } = this.#textOf(fragment, selection, renames);
    if (selection.take === 'count') return this.#count_(text);
    if (selection.take === 'aggregate') return this.#aggregate(text, selection.aggregate, renames);
    if (selection.take === 'table') return this.#table(text, fragment, selection.table, renames);
    return this.#rows(text, fragment, selection, renames, isBehind);
  }

  /** A row of a node as a positional list: properties, further columns, values of the order, then nested relations. */
  item(selection: Selection, { to, extra, order }: RowShape, scope: Scope): RowItem {
    const columns = to === null ? [] : [...new Set(['key', ...selection.columns])];
    const nested = [...selection.relations].map(([name, relation]) => [name, this.#nested(relation, scope)] as const);
    const parts = [
      ...columns.map((column) => `${to}.${column}`),
      ...extra.map(([, variable]) => variable),
      ...order,
      ...nested.map(([, { alias }]) => alias),
    ];
    return {
      calls: nested.map(([, { call }]) => (call === '' ? '' : `${call}\n`)).join(''),
      list: `[${parts.join(', ')}]`,
      read: rowReader(
        columns,
        extra.map(([name]) => name),
        order.length,
        nested,
      ),
    };
  }

  #next(): number {
    this.#count += 1;
    return this.#count;
  }

  #renamesOf(fragment: Fragment, scope: Scope): ReadonlyMap<string, string> {
    return new Map(
      fragment.variables.map((name) => [
        name,
        scope.get(name) && fragment.from.includes(name) ? (scope.get(name) ?? name) : this.names.variable(name),
      ]),
    );
  }

  #textOf(fragment: Fragment, selection: RelationSelection, renames: ReadonlyMap<string, string>): Begun {
    const { args, filters } = selection;
    const parameters = new Map(fragment.args.map((name) => [name, this.names.parameter(args[name] ?? null)]));
    const text = rename(fragment.text, renames).replace(
      /\$(\w+)/g,
      (whole, name: string) => parameters.get(name) ?? whole,
    );
    const [scan, variable = '', placeholder = ''] = /^MATCH \((\w+):\w+\)\n(?:WHERE \$(\w+)\n)?/.exec(text) ?? [];
    if (fragment.from.length === 0 && scan !== undefined) {
      const walk = this.#walkOf(variable, fragment, selection, renames);
      const begun = this.#begun(scan, variable, selection.filters[placeholder], walk, selection);
      const others = { ...fragment, filters: new Map([...fragment.filters].filter(([name]) => name !== placeholder)) };
      return {
        ...begun,
        text: this.#filtered(
          text.replace(scan, () => begun.text),
          others,
          filters,
          renames,
        ),
      };
    }
    return { text: this.#filtered(text, fragment, filters, renames), isBehind: false };
  }

  #filtered(
    text: string,
    { filters: placeholders }: Fragment,
    filters: RelationSelection['filters'],
    renames: ReadonlyMap<string, string>,
  ): string {
    return [...placeholders].reduce((filtered, [placeholder, variable]) => {
      const condition = filters[placeholder]?.condition(renames.get(variable) ?? variable, this.names) ?? 'true';
      return filtered.replace(`$${placeholder}`, () => condition);
    }, text);
  }

  /** A statement that begins with a scan of all nodes begins at a hub or walks an order instead, where that reads less. */
  #begun(
    scan: string,
    variable: string,
    predicate: Predicate | undefined,
    walk: Walk | null,
    selection: RelationSelection,
  ): Begun {
    const limit = walk !== null && selection.take === 'rows' ? selection.page.limit : null;
    const walked = this.#engine === 'neo4j' ? limit : null;
    const start = this.#ids === null ? chosenStart(predicate, { engine: this.#engine, limit: walked }) : null;
    if (start !== null) {
      const { text, rest } = start.write(variable, this.names);
      return { text: `${text}\n${rest === null ? '' : `WITH ${variable}\nWHERE ${rest}\n`}`, isBehind: false };
    }
    this.#isScan = walk === null && this.#ids === null;
    const [match = ''] = scan.split('\n');
    const condition = predicate?.condition(variable, this.names) ?? null;
    const conditions = [
      ...this.#boundsOf(variable, walk, predicate),
      ...(condition === null ? [] : [`(${condition})`]),
    ];
    const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}\n`;
    return { text: this.#among(match, variable, where), isBehind: walk !== null };
  }

  /** The condition is asked of nodes that are found already; together with their number, it would have all nodes read. */
  #among(match: string, variable: string, where: string): string {
    if (this.#ids === null) return `${match}\n${where}`;
    const id = this.names.variable('id');
    return `UNWIND ${this.names.parameter(this.#ids)} AS ${id}\n${match}\nWHERE id(${variable}) = ${id}\nWITH ${variable}\n${where}`;
  }

  /** The stored key that a page walks: its order is one property of the variable, which every node has. */
  #walkOf(
    variable: string,
    fragment: Fragment,
    selection: RelationSelection,
    renames: ReadonlyMap<string, string>,
  ): Walk | null {
    if (selection.take !== 'rows' || selection.page.limit === null) return null;
    const { page } = selection;
    const [first, ...more] = (page.order ?? fragment.order).map((each) => directed(each, renames, page.backwards));
    if (first === undefined || more.length > 0 || !first.term.startsWith(`${variable}.`)) return null;
    return { ...first, after: page.after?.[0] ?? null };
  }

  /**
   * Said of the order's key, a comparison has an engine with an index over it take the first rows from there. Counts of some
   * years read that index too.
   */
  #boundsOf(variable: string, walk: Walk | null, predicate: Predicate | undefined): readonly string[] {
    const term = walk?.term ?? `${variable}.yearAscending`;
    const years = this.#engine === 'neo4j' ? yearBoundsOf(term, predicate?.years ?? null) : [];
    const bounds = years.map(({ operator, value }) => `${term} ${operator} ${this.names.parameter(value)}`);
    if (walk === null) return bounds;
    if (walk.after !== null)
      return [...bounds, `${term} ${walk.direction === 'ASC' ? '>' : '<'} ${this.names.parameter(walk.after)}`];
    // Has Neo4j walk the index of the key, which every item has.
    return bounds.length > 0 || this.#engine === 'embedded' ? bounds : [`${term} IS NOT NULL`];
  }

  #count_(text: string): Piece {
    const alias = this.names.variable('count');
    return { text: `${text}\nRETURN count(*) AS ${alias}`, alias, read: (value) => Number(value) };
  }

  #aggregate(text: string, path: string, renames: ReadonlyMap<string, string>): Piece {
    const aggregate = fragmentOf(path);
    this.#paths.push(cypherFile(path).path);
    const [from = ''] = aggregate.from;
    const inner = new Map(aggregate.variables.map((name) => [name, this.names.variable(name)]));
    const bound = new Map([...inner, [from, renames.get(from) ?? from]]);
    const alias = this.names.variable('aggregate');
    const columns = aggregate.extra.map((name) => bound.get(name) ?? name);
    return {
      text: `${text}\n${rename(aggregate.text, bound)}\nRETURN [${columns.join(', ')}] AS ${alias}`,
      alias,
      read: (value) => Object.fromEntries(aggregate.extra.map((name, index) => [name, asList(value)[index]])),
    };
  }

  #table(text: string, { from, to }: Fragment, table: TableSelection, renames: ReadonlyMap<string, string>): Piece {
    const renamed = (name: string) => renames.get(name) ?? name;
    return composeTable(table, {
      names: this.names,
      start: text,
      imports: from.map(renamed).join(', '),
      paper: renamed(to ?? ''),
      fragment: (path, args, paper) => this.#facet(path, args, paper),
    });
  }

  #facet(path: string, args: RelationSelection['args'], paper: string) {
    const fragment = fragmentOf(path);
    this.#paths.push(fragment.path);
    const renames = this.#renamesOf(fragment, new Map(fragment.from.map((name) => [name, paper])));
    const { text } = this.#textOf(fragment, { take: 'count', fragment: path, args, filters: {} }, renames);
    const group = fragment.to ?? fragment.extra[0] ?? '';
    return { text, group: renames.get(group) ?? group };
  }

  #rows(
    text: string,
    fragment: Fragment,
    selection: RowsSelection,
    renames: ReadonlyMap<string, string>,
    isBehind: boolean,
  ): Piece {
    const { item: wanted, page } = selection;
    const renamed = (name: string) => renames.get(name) ?? name;
    const to = fragment.to === null ? null : renamed(fragment.to);
    const isWanted = (name: string) => wanted.extra?.includes(name) ?? true;
    const extra = fragment.extra.filter(isWanted).map((name) => [name, renamed(name)] as const);
    const further = [...fragment.extra, ...fragment.carries].map(renamed);
    const variables = [...new Set([...(to === null ? [] : [to]), ...further])];
    const order = (page.order ?? fragment.order).map((each) => directed(each, renames, page.backwards));
    const after =
      page.after === null || isBehind ? '' : `\nWITH ${variables.join(', ')}\nWHERE ${this.#behind(order, page.after)}`;
    const limit = page.limit === null ? '' : ` LIMIT ${this.names.parameter(page.limit)}`;
    const scope = new Map([
      ...(fragment.to === null || to === null ? [] : [[fragment.to, to] as const]),
      ...fragment.extra.map((name) => [name, renamed(name)] as const),
      ...fragment.carries.map((name) => [name, renamed(name)] as const),
      // A relation may call its node `collaborator` or `parent`; what is nested under it starts at `institution`.
      ...(wanted.label === null || to === null ? [] : [[nodeName(wanted.label), to] as const]),
    ]);
    const item = this.item(wanted, { to, extra, order: page.withCursors ? order.map(({ term }) => term) : [] }, scope);
    const alias = this.names.variable('list');
    return {
      text: `${text}${after}
WITH ${variables.join(', ')}
ORDER BY ${order.map(({ term, direction }) => `${term} ${direction}`).join(', ')}${limit}
${item.calls}RETURN collect(${item.list}) AS ${alias}`,
      alias,
      read: (value) => asList(value).map((row) => item.read(row)),
    };
  }

  #nested(relation: RelationSelection, scope: Scope): NestedPiece {
    const bound = this.#boundRows(relation, scope);
    if (bound !== null) return bound;
    const piece = this.piece(relation, scope);
    const imports = fragmentOf(relation.fragment).from.map((name) => scope.get(name) ?? name);
    return { call: `CALL (${imports.join(', ')}) {\n${piece.text}\n}`, alias: piece.alias, read: piece.read };
  }

  /** Rows that are bound variables already, as one list. */
  #boundRows(relation: RelationSelection, scope: Scope): NestedPiece | null {
    const { each, path } = fragmentOf(relation.fragment);
    if (each.length === 0 || relation.take !== 'rows' || relation.item.relations.size > 0) return null;
    this.#paths.push(path);
    const items = each.map((name) =>
      this.item(relation.item, { to: scope.get(name) ?? name, extra: [], order: [] }, scope),
    );
    return {
      call: '',
      alias: `[${items.map(({ list }) => list).join(', ')}]`,
      read: (value) => asList(value).flatMap((row, place) => items[place]?.read(row) ?? []),
    };
  }

  /** Rows behind a place in a lexicographic order. */
  #behind(order: readonly OrderTerm[], after: readonly Value[]): string {
    const alternatives = order.map(({ term, direction }, index) => {
      const equal = order
        .slice(0, index)
        .map((each, place) => `${each.term} = ${this.names.parameter(after[place] ?? null)}`);
      const sign = direction === 'ASC' ? '>' : '<';
      return [...equal, `${term} ${sign} ${this.names.parameter(after[index] ?? null)}`].join(' AND ');
    });
    return alternatives.map((each) => `(${each})`).join(' OR ');
  }
}

function directed({ term, direction }: OrderTerm, renames: ReadonlyMap<string, string>, backwards: boolean): OrderTerm {
  const turned = direction === 'ASC' ? 'DESC' : 'ASC';
  return { term: rename(term, renames), direction: backwards ? turned : direction };
}

/** Renames variables; not properties (behind a dot), labels (behind a colon), parameters or functions. */
function rename(text: string, renames: ReadonlyMap<string, string>): string {
  return text.replace(/(?<![.$:\w])[a-z]\w*\b(?!\s*\(|:\s)/g, (word) => renames.get(word) ?? word);
}

function rowReader(
  columns: readonly string[],
  extra: readonly string[],
  orderCount: number,
  nested: readonly (readonly [string, Pick<Piece, 'read'>])[],
): (value: unknown) => ReadRow {
  return (value) => {
    const parts = asList(value);
    const take = (names: readonly string[], from: number) => {
      const taken: Record<string, unknown> = {};
      for (const [index, name] of names.entries()) taken[name] = parts[from + index] ?? null;
      return taken;
    };
    const orderStart = columns.length + extra.length;
    const nestedStart = orderStart + orderCount;
    return {
      columns: take(columns, 0),
      extra: take(extra, columns.length),
      // Order terms are texts and numbers, as both engines return them.
      cursor: orderCount === 0 ? null : (parts.slice(orderStart, nestedStart) as readonly Value[]),
      related: new Map(nested.map(([name, { read }], index) => [name, read(parts[nestedStart + index])])),
    };
  };
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
