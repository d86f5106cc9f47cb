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
  return emptied(await openNeo4jEngine(address));
}

/** A Neo4j without what was in it. */
export async function emptied(engine: Engine): Promise<Engine> {
  // Papers first: what all of them lead to is then removed without its relationships.
  for (const pattern of ['(node:Listing)', '(node:Paper)', '(node)']) await remove(engine, pattern);
  return engine;
}

/** Some thousand at a time, since a transaction is held in memory. */
async function remove(engine: Engine, pattern: string): Promise<void> {
  const text = `MATCH ${pattern} WITH node LIMIT 10000 DETACH DELETE node RETURN count(*) AS count`;
  for (let count: unknown = 1; count !== 0; ) {
    const [row] = await engine.write((transaction) => transaction.run({ name: 'empty', text, parameters: {} }));
    count = row?.count;
  }
}

export async function emptyStore(name: EngineName): Promise<GraphStore> {
  return openGraphStore(await emptyEngine(name));
}
