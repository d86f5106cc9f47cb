import { execFileSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { localNeo4jAvailability, startLocalNeo4j } from '../../src/store/neo4j/local-server.ts';
import { type Neo4jAddress, openNeo4jEngine } from '../../src/store/neo4j/neo4j-engine.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    neo4j: Neo4jAddress | null;
  }
}

/** Builds the command line, and finds or starts the Neo4j that the tests of both engines use. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  execFileSync(process.execPath, ['build.mjs'], { stdio: 'inherit' });
  const { address, stop } = await findNeo4j();
  project.provide('neo4j', address);
  return stop;
}

interface Found {
  readonly address: Neo4jAddress | null;
  readonly stop: () => Promise<void>;
}

async function findNeo4j(): Promise<Found> {
  const { PAPERGRAPH_TEST_NEO4J_URI: uri, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE } = process.env;
  if (uri) {
    const address = {
      uri,
      username: NEO4J_USERNAME ?? 'neo4j',
      password: NEO4J_PASSWORD ?? '',
      database: NEO4J_DATABASE ?? 'neo4j',
    };
    await requireEmpty(address);
    return { address, stop: async () => {} };
  }
  const { available, reason } = localNeo4jAvailability();
  if (!available) return missing(reason);
  const server = await startLocalNeo4j();
  const { username, password } = server;
  return { address: { uri: server.uri, username, password, database: 'neo4j' }, stop: () => server.stop() };
}

function missing(reason: string): Found {
  const message = `The tests on Neo4j DO NOT RUN: ${reason}`;
  if (process.env.CI === 'true') throw new Error(`${message} Under CI=true that is a failure.`);
  console.warn(`\n${'!'.repeat(80)}\n${message}\n${'!'.repeat(80)}\n`);
  return { address: null, stop: async () => {} };
}

/** The tests empty the database before each file: never one that holds anything of somebody's. */
async function requireEmpty(address: Neo4jAddress): Promise<void> {
  const engine = await openNeo4jEngine(address);
  const [row] = await engine.read({
    name: 'count',
    text: 'MATCH (node) RETURN count(node) AS nodeCount',
    parameters: {},
  });
  await engine.close();
  if (row?.nodeCount !== 0) {
    throw new Error(
      `PAPERGRAPH_TEST_NEO4J_URI: expected an empty database, but ${address.uri} holds ${row?.nodeCount} nodes.`,
    );
  }
}
