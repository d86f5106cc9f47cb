import type { Engine } from '../engine.ts';
import type { Predicate, Start, YearBounds } from './selection.ts';

/**
 * Where a statement over all nodes of a label begins: at the hub with the fewest nodes, or, for a page, by walking the
 * stored key of its order until the page is full.
 *
 * A walk reads some page / share nodes, where `share` is the part of all nodes that fits; a start reads `rowCount`. What a
 * node walked costs of one that a hub leads to: Neo4j walks an index, the embedded engine finds each node by its number.
 * With one hub the two meet at sqrt(cost x page x papers).
 */
const walkedNodeCost = { neo4j: 3, embedded: 20 } as const;

export interface Reading {
  readonly engine: Engine['name'];
  /** Rows of the page; null where all are needed: a count, an aggregate, a list in an order that no key holds. */
  readonly limit: number | null;
}

/** The start to begin at, or null to walk or scan. */
export function chosenStart(predicate: Predicate | undefined, { engine, limit }: Reading): Start | null {
  if (!predicate?.start) return null;
  const { start, share } = predicate;
  const isWalked = limit !== null && share > 0;
  return isWalked && start.rowCount > (walkedNodeCost[engine] * limit) / share ? null : start;
}

/** A comparison of an order's term. */
export interface Bound {
  readonly operator: '>=' | '>' | '<=' | '<';
  readonly value: string;
}

/** Bounds of the stored key of an order by year, as `orderKeys` makes it, that hold some years; none for another order. */
export function yearBoundsOf(term: string, years: YearBounds | null): readonly Bound[] {
  if (years === null) return [];
  const { min, max } = years;
  if (term.endsWith('.yearAscending')) return [...from(min), ...to(max)];
  if (term.endsWith('.yearDescending')) return [...from(turned(max)), ...to(turned(min))];
  return [];
}

const unknownYear = 9999;

function turned(year: number | null): number | null {
  return year === null ? null : unknownYear - year;
}

/** Texts stand in the order of numbers where all have four digits, as years of papers do. */
function isKept(year: number | null): year is number {
  return year !== null && year >= 1000 && year < unknownYear;
}

/** A key begins with the year and a bar. */
function from(year: number | null): readonly Bound[] {
  return isKept(year) ? [{ operator: '>=', value: `${year}|` }] : [];
}

/** Up to the sign behind the bar. */
function to(year: number | null): readonly Bound[] {
  return isKept(year) ? [{ operator: '<', value: `${year}}` }] : [];
}
