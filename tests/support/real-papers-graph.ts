import { join } from 'node:path';
import { expect } from 'vitest';
import { importToCsv } from '../../src/import/import-to-csv.ts';
import { type GraphStore, openGraphStore } from '../../src/store/graph-store.ts';
import { startLocalNeo4j } from '../../src/store/neo4j/local-server.ts';
import { openNeo4jEngine } from '../../src/store/neo4j/neo4j-engine.ts';
import { emptyStore } from './engines.ts';
import { graphCounts, sampledNodes } from './graph-sample.ts';
import { runImportScript } from './neo4j-admin.ts';
import { importData } from './openalex-records.ts';
import { folderOf } from './pages.ts';

/** Of how many nodes of each label one is compared with all that it has. */
const sampled = {
  Paper: 500,
  Listing: 500,
  Author: 1_000,
  Institution: 20,
  Conference: 5,
  Topic: 1,
  Identifier: 100,
  Description: 20,
};

/** What there is in a graph: how much of each label and type, and what some of its nodes have. */
type Described = Awaited<ReturnType<typeof describedGraph>>;
/** Of the graph that the ordinary import makes. */
let ordinary: Described | null = null;

export async function describedGraph(store: GraphStore) {
  const samples: [string, readonly string[]][] = [];
  for (const [label, every] of Object.entries(sampled)) samples.push([label, await sampledNodes(store, label, every)]);
  return { counts: await graphCounts(store), samples };
}

/** The embedded graph of the file, by the ordinary import. */
export async function importedAsUsual(
  file: string,
): Promise<{ readonly store: GraphStore; readonly described: Described }> {
  const store = await emptyStore('embedded');
  const summary = await importData(store, file, { sourceKey: 'papers' });
  expect(summary).toMatchObject({ recordCount: 268_491, addedListingCount: 268_491, paperCount: 268_491 });
  const described = await describedGraph(store);
  ordinary = described;
  return { store, described };
}

/** What the ordinary import makes of the file, imported again where it was not yet. */
export async function ordinaryGraph(file: string): Promise<Described> {
  if (ordinary !== null) return ordinary;
  const { store, described } = await importedAsUsual(file);
  await store.close();
  return described;
}

/** A server of its own, on what the tool of Neo4j made of the files. */
export async function importedInBulk(file: string) {
  const csv = join(await folderOf({}), 'csv');
  const home = await folderOf({});
  await importToCsv(file, csv, { sourceKey: 'papers' });
  await runImportScript(csv, home);
  const server = await startLocalNeo4j({ home, memoryMb: 2_048 });
  const { uri, username, password } = server;
  const address = { uri, username, password, database: 'neo4j' };
  const store = await openGraphStore(await openNeo4jEngine(address));
  await store.read({ name: 'indexes', text: 'CALL db.awaitIndexes(300)', parameters: {} });
  return { server, address, store };
}
