import type { GraphStore } from '../../src/store/graph-store.ts';

/**
 * The whole graph as sorted lines, for comparison: "the same graph" leaves out import times, folders read from, versions and retired
 * keys. A list of nothing is the same as none: Neo4j's bulk import does not write one.
 */
export async function graphDump(store: GraphStore): Promise<readonly string[]> {
  const nodes = await store.read({
    name: 'dump nodes',
    text: 'MATCH (node) RETURN labels(node)[0] AS label, properties(node) AS properties',
    parameters: {},
  });
  const relationships = await store.read({
    name: 'dump relationships',
    text: 'MATCH (start)-[relationship]->(end) RETURN labels(start)[0] AS startLabel, start.key AS startKey, type(relationship) AS type, properties(relationship) AS properties, labels(end)[0] AS endLabel, end.key AS endKey',
    parameters: {},
  });
  const nodeLines = nodes
    .filter(({ label, properties }) => label !== 'GraphState' && !isRetired(label, (properties as { key: string }).key))
    .map(({ label, properties }) => `${label} ${stable(properties)}`);
  const relationshipLines = relationships
    .filter(({ startLabel, startKey }) => !isRetired(startLabel, startKey))
    .map(
      ({ startLabel, startKey, type, properties, endLabel, endKey }) =>
        `${startLabel} ${startKey} ${type} ${stable(properties)} ${endLabel} ${endKey}`,
    );
  return [...nodeLines, ...relationshipLines].sort();
}

function isRetired(label: unknown, key: unknown): boolean {
  return label === 'Identifier' && String(key).startsWith('paper-key:');
}

/** Properties in a fixed order, without what differs from import to import. */
export function stable(properties: unknown): string {
  const entries = Object.entries(properties as Record<string, unknown>);
  return JSON.stringify(
    entries
      .filter(
        ([name, value]) => name !== 'importedAt' && name !== 'root' && !(Array.isArray(value) && value.length === 0),
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
