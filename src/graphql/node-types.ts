import { GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { InputError } from '../model/errors.ts';
import { currentPaperKeys } from '../store/former-keys.ts';
import { readNodes } from '../store/read/reader.ts';
import { builder, decodeNodeId, nodeTypes } from './builder.ts';
import type { Context } from './context.ts';
import { type GraphRow, graphRow, keyOf } from './graph-row.ts';

/**
 * A type whose values are nodes of the graph, found by key. `node(id:)` and `nodes(ids:)` load it through DataLoader, all
 * ids of a type in one statement; everywhere else its properties come with the statement that finds it.
 */
export function nodeRef<Name extends string>(label: Name) {
  nodeTypes.add(label);
  return builder.loadableNodeRef(label, {
    id: { resolve: (row: GraphRow) => keyOf(row) },
    load: (keys: string[], context: Context) => loadRows(label, keys, context),
  });
}

/**
 * The key in an id of one type.
 * @throws InputError BAD_ID for a text that is none, or of another type
 */
export function keyFromId(id: string, label: string): string {
  const { typename, id: key } = decodeNodeId(id);
  if (typename === label) return key;
  throw new InputError('BAD_ID', `by.id: expected an id of a ${label}, but found one of a ${typename}.`);
}

/** Nodes of one type as `node` shows them, in the order of the keys; one that is gone is left out. */
export async function nodesByKey(
  label: string,
  keys: readonly string[],
  context: Context,
): Promise<readonly GraphRow[]> {
  const selection = { label, columns: columnsOf(context.schema(), label), relations: new Map() };
  const found = keys.length === 0 ? new Map() : await readNodes(context.store, label, keys, selection);
  return keys.flatMap((key) => {
    const row = found.get(key);
    return row ? [graphRow(label, row)] : [];
  });
}

async function loadRows(label: string, keys: readonly string[], { store, schema }: Context): Promise<GraphRow[]> {
  const selection = { label, columns: columnsOf(schema(), label), relations: new Map() };
  const found = new Map(await readNodes(store, label, keys, selection));
  const missing = label === 'Paper' ? keys.filter((key) => !found.has(key)) : [];
  const current = await currentPaperKeys(store, missing);
  if (current.size > 0) {
    const moved = await readNodes(store, label, [...new Set(current.values())], selection);
    for (const [former, key] of current) {
      const row = moved.get(key);
      if (row) found.set(former, row);
    }
  }
  return keys.map((key) => {
    const row = found.get(key);
    // The loader's types know no "not there", which `node` answers with null.
    return row ? graphRow(label, row) : (null as unknown as GraphRow);
  });
}

/** Every property that a field of the type shows. */
function columnsOf(schema: GraphQLSchema, label: string): readonly string[] {
  const type = schema.getType(label);
  if (!(type instanceof GraphQLObjectType)) return [];
  const columns = Object.values(type.getFields()).flatMap(({ extensions }) => {
    const { columns: wanted } = extensions as { columns?: readonly string[] };
    return wanted ?? [];
  });
  return [...new Set(columns)];
}
