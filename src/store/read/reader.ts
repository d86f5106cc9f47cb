import type { GraphStore } from '../graph-store.ts';
import { composeBatch, composeNodes, composeStart } from './compose.ts';
import { readWalk } from './read-walk.ts';
import type { ReadRow, RelatedResult, RelationSelection, Selection } from './selection.ts';

/**
 * Reads a selection that starts a statement: rows, a count or an aggregate, with all that is nested in it. One statement;
 * a page on an engine that keeps orders in memory up to four.
 */
export async function readStart(store: GraphStore, selection: RelationSelection): Promise<RelatedResult> {
  const walked = await readWalk(store, selection);
  if (walked !== null) return walked;
  const { statement, read } = composeStart(selection, store.engine);
  return read(await store.read(statement));
}

/** Reads one relation of many nodes. One statement. A key that is not there has no entry. */
export async function readRelation(
  store: GraphStore,
  label: string,
  keys: readonly string[],
  selection: RelationSelection,
): Promise<ReadonlyMap<string, RelatedResult>> {
  const { statement, read } = composeBatch(label, keys, selection, store.engine);
  return read(await store.read(statement));
}

/** Reads nodes by their keys. One statement. A key that is not there has no entry. */
export async function readNodes(
  store: GraphStore,
  label: string,
  keys: readonly string[],
  selection: Selection,
): Promise<ReadonlyMap<string, ReadRow>> {
  const { statement, read } = composeNodes(label, keys, selection, store.engine);
  return read(await store.read(statement));
}
