import type { CanonicalGraph, Listing } from '../model/graph.ts';
import type { DescribedNames } from '../model/names/described-names.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import type { GraphStore } from '../store/graph-store.ts';
import type { StoredTable } from '../store/name-table-queries.ts';
import { type PaperRows, paperRows } from '../store/paper-rows.ts';
import type { Component } from './component.ts';
import { namesWithDescribed } from './described-names.ts';
import { NamesLoader } from './load-names.ts';

/** What names and ids mean, as values that can be handed to another thread. */
export interface KnownMeaning {
  readonly tables: readonly StoredTable[];
  readonly described: DescribedNames;
}

/** What listings come to by themselves, worked out before their batch's turn and beside the thread that writes. */
export interface PreparedBatch {
  readonly listings: readonly Listing[];
  /** With which it was worked out. */
  readonly tables: readonly StoredTable[];
  readonly graph: PreparedGraph;
}

/** What some listings come to, and the rows that its papers are written as. */
export interface PreparedGraph extends CanonicalGraph {
  readonly rows: PaperRows;
}

/**
 * What listings come to where nothing of the graph but its tables of names has a say in what their names mean; else null,
 * since what has a say may change until they are written.
 */
export async function graphOf(
  listings: readonly Listing[],
  { tables, described }: KnownMeaning,
): Promise<PreparedGraph | null> {
  let lookUpCount = 0;
  const asked: Pick<GraphStore, 'run'> = {
    run: async () => {
      lookUpCount += 1;
      return [];
    },
  };
  const stated = await new NamesLoader(asked, tables).forListings(listings);
  const names = await namesWithDescribed(asked, stated, listings, described);
  if (lookUpCount > 0) return null;
  const graph = reconcile(listings, names);
  return { ...graph, rows: paperRows(graph.papers) };
}

/** Whether a component comes to what was worked out before: no listing joined it, none is left out, and names mean the same. */
export function isStillRight(
  { listings, tables }: PreparedBatch,
  component: Component,
  tablesNow: readonly StoredTable[],
): boolean {
  const isSame = (a: StoredTable, b: StoredTable | undefined) =>
    a.pageKey === b?.pageKey && a.register === b.register && a.aliases === b.aliases && a.stated === b.stated;
  return (
    tables.length === tablesNow.length &&
    tables.every((table, place) => isSame(table, tablesNow[place])) &&
    listings.length === component.listings.length &&
    listings.every((each, place) => each === component.listings[place])
  );
}
