import type { GraphStore } from '../../src/store/graph-store.ts';
import { stable } from './graph-dump.ts';

/** Nodes of each label and relationships of each type, counted. */
export async function graphCounts(store: GraphStore): Promise<Readonly<Record<string, number>>> {
  const read = (text: string) => store.read({ name: 'counts', text, parameters: {} });
  const nodes = await read('MATCH (node) RETURN labels(node)[0] AS kind, count(*) AS count ORDER BY kind');
  const relationships = await read('MATCH ()-[each]->() RETURN type(each) AS kind, count(*) AS count ORDER BY kind');
  return Object.fromEntries([...nodes, ...relationships].map(({ kind, count }) => [String(kind), Number(count)]));
}

/** Nodes with more relationships are only counted. */
const neighbourCount = 2_000;

/**
 * Every so many nodes of a label, in the order of keys, as lines: all properties, and all relationships with theirs and with the key
 * at their other end.
 */
export async function sampledNodes(store: GraphStore, label: string, every: number): Promise<readonly string[]> {
  const keys = await store.read({
    name: 'keys',
    text: `MATCH (node:${label}) WHERE node.key IS NOT NULL RETURN node.key AS key ORDER BY key`,
    parameters: {},
  });
  const rows = await store.read({
    name: 'sample',
    text: `UNWIND $keys AS key MATCH (node:${label} {key: key})
CALL (node) { MATCH (node)-[each]-(other) WHERE COUNT { (node)--() } <= $neighbourCount
  RETURN collect([type(each), startNode(each) = node, properties(each), labels(other)[0], other.key]) AS around }
RETURN properties(node) AS properties, COUNT { (node)--() } AS count, around ORDER BY node.key`,
    parameters: { keys: keys.flatMap(({ key }, place) => (place % every === 0 ? [String(key)] : [])), neighbourCount },
  });
  return rows.map(({ properties, count, around }) => {
    const neighbours = (around as readonly (readonly [string, boolean, object, string, string])[]).map(
      ([type, isStart, stated, ...other]) => JSON.stringify([type, isStart, stable(stated), ...other]),
    );
    return `${stable(properties)} ${count} ${neighbours.sort().join(' ')}`;
  });
}
