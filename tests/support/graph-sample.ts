import type { GraphStore } from '../../src/store/graph-store.ts';
import type { Row } from '../../src/store/values.ts';
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
  const chosen = keys.flatMap(({ key }, place) => (place % every === 0 ? [String(key)] : []));
  const rows: Row[] = [];
  for (let place = 0; place < chosen.length; place += 50) {
    const parameters = { keys: chosen.slice(place, place + 50), neighbourCount };
    // Each direction by itself: the embedded engine looks for one that is left open among all relationships.
    const text = `UNWIND $keys AS key MATCH (node:${label} {key: key})
WITH node, COUNT { (node)-->() } + COUNT { (node)<--() } AS count
CALL (node, count) { MATCH (node)-[each]->(other) WHERE count <= $neighbourCount
  RETURN collect([type(each), true, properties(each), labels(other)[0], other.key]) AS forth }
CALL (node, count) { MATCH (node)<-[each]-(other) WHERE count <= $neighbourCount
  RETURN collect([type(each), false, properties(each), labels(other)[0], other.key]) AS back }
RETURN properties(node) AS properties, count, forth, back ORDER BY node.key`;
    rows.push(...(await store.read({ name: 'sample', text, parameters })));
  }
  return rows.map(({ properties, count, forth, back }) => {
    const around = [forth, back].flat() as readonly (readonly [string, boolean, object, string, string])[];
    const neighbours = around.map(([type, isStart, stated, ...other]) =>
      JSON.stringify([type, isStart, stable(stated), ...other]),
    );
    return `${stable(properties)} ${count} ${neighbours.sort().join(' ')}`;
  });
}
