import type { NodeOrder } from '../engine.ts';
import type { GraphStore } from '../graph-store.ts';
import { composeStart } from './compose.ts';
import { fragmentOf } from './fragment.ts';
import type { Predicate, ReadRow, RelationSelection, RowsSelection } from './selection.ts';
import { chosenStart, yearBoundsOf } from './where-to-start.ts';

/**
 * Pages read along an order that is kept in memory: some nodes of the order at a time, filtered, until the page is full.
 */

/** Nodes looked at in one statement, one statement after the other; what needs more reads all nodes instead. */
const chunks = [100, 400, 1_600] as const;

const mostAtOnce = 6_400;

/** What is known of a share may be wrong by this much before a second statement is needed. */
const reserve = 1.5;

interface WalkedList {
  readonly label: string;
  readonly property: string;
  readonly isAscending: boolean;
  readonly place: string | null;
  readonly limit: number;
  readonly predicate: Predicate | undefined;
}

/** The rows of a page; null where there is no such order, or where another way to the page reads less. */
export async function readWalk(store: GraphStore, selection: RelationSelection): Promise<readonly ReadRow[] | null> {
  if (selection.take !== 'rows') return null;
  const list = walkedList(selection);
  if (list === null) return null;
  if (chosenStart(list.predicate, { engine: store.engine, limit: list.limit }) !== null) return null;
  const order = await store.nodeOrder(list.label, list.property);
  if (order === null) return null;
  const rows = await readAlong(store, selection, list, order);
  // A write may have come between the order and the nodes.
  return order.isCurrent() ? rows : null;
}

async function readAlong(store: GraphStore, selection: RowsSelection, list: WalkedList, order: NodeOrder) {
  const walked = order.idsBehind(list.place, list.isAscending);
  const rows: ReadRow[] = [];
  for (const size of sizesOf(list)) {
    const ids = walked.take(size + (rows.length === 0 ? walked.slack : 0));
    if (ids.length === 0) return rows;
    const page = { ...selection.page, limit: list.limit - rows.length };
    const { statement, read } = composeStart({ ...selection, page }, store.engine, ids);
    const found = read(await store.read(statement));
    if (Array.isArray(found)) rows.push(...found);
    if (rows.length >= list.limit) return rows;
  }
  return walked.take(1).length === 0 ? rows : null;
}

/** Without a condition every node counts. */
function sizesOf({ limit, predicate }: WalkedList): readonly number[] {
  if (predicate === undefined) return [limit];
  const [first, ...further] = chunks;
  const expected = Math.ceil((reserve * limit) / Math.max(predicate.share, Number.EPSILON));
  return [Math.min(mostAtOnce, Math.max(first, expected)), ...further];
}

/** The list that a selection pages through, where it begins with all nodes of a label and its order is one stored key. */
function walkedList({ fragment: path, filters, page }: RowsSelection): WalkedList | null {
  const fragment = fragmentOf(path);
  const [, variable = '', label, placeholder] =
    /^MATCH \((\w+):(\w+)\)\n(?:WHERE \$(\w+)\n)?/.exec(fragment.text) ?? [];
  const [first, ...more] = page.order ?? fragment.order;
  if (fragment.from.length > 0 || label === undefined || page.limit === null) return null;
  if (first === undefined || more.length > 0 || !first.term.startsWith(`${variable}.`)) return null;
  const predicate = placeholder === undefined ? undefined : filters[placeholder];
  const isAscending = (first.direction === 'ASC') !== page.backwards;
  return {
    label,
    property: first.term.slice(variable.length + 1),
    isAscending,
    place: page.after === null ? beginOfYears(first.term, isAscending, predicate) : String(page.after[0]),
    limit: page.limit,
    predicate,
  };
}

/** Where the years of a filter begin in an order by year: what stands before need not be walked. */
function beginOfYears(term: string, isAscending: boolean, predicate: Predicate | undefined): string | null {
  const bounds = yearBoundsOf(term, predicate?.years ?? null);
  return bounds.find(({ operator }) => operator.startsWith(isAscending ? '>' : '<'))?.value ?? null;
}
