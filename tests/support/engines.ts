import { inject } from 'vitest';
import { openEmbeddedEngine } from '../../src/store/embedded/embedded-engine.ts';
import type { Engine } from '../../src/store/engine.ts';
import { type GraphStore, openGraphStore } from '../../src/store/graph-store.ts';
import { openNeo4jEngine } from '../../src/store/neo4j/neo4j-engine.ts';

export type EngineName = Engine['name'];

/** The engines that every test of the store runs on. Where no Neo4j is to be had, the set-up has said so loudly. */
export const engineNames: readonly EngineName[] = inject('neo4j') === null ? ['embedded'] : ['embedded', 'neo4j'];

/** An engine on an empty database: a new one in memory, or the test server's, emptied. */
export async function emptyEngine(name: EngineName): Promise<Engine> {
  if (name === 'embedded') return openEmbeddedEngine();
  const address = inject('neo4j');
  if (address === null) throw new Error('No Neo4j was found or started.');
  const engine = await openNeo4jEngine(address);
  await engine.write((transaction) =>
    transaction.run({ name: 'empty', text: 'MATCH (node) DETACH DELETE node', parameters: {} }),
  );
  return engine;
}

export async function emptyStore(name: EngineName): Promise<GraphStore> {
  return openGraphStore(await emptyEngine(name));
}
