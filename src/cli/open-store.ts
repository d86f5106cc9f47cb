import { resolve } from 'node:path';
import type { Command } from 'commander';
import { InputError, UsageError } from '../model/errors.ts';
import { hasGraph, openEmbeddedEngine } from '../store/embedded/embedded-engine.ts';
import type { Engine } from '../store/engine.ts';
import { type GraphStore, openGraphStore } from '../store/graph-store.ts';
import { openNeo4jEngine, requireNoLogin } from '../store/neo4j/neo4j-engine.ts';

export interface StoreOptions {
  readonly data: string;
  readonly neo4j?: string;
}

/** The options that say which graph a command works on. */
export function withStoreOptions(command: Command): Command {
  return command
    .option('--data <folder>', 'folder of the embedded graph', './papergraph-data')
    .option(
      '--neo4j <address>',
      'use this Neo4j instead, such as neo4j://127.0.0.1:7687 (default: NEO4J_URI where set)',
    )
    .addHelpText(
      'after',
      '\nNeo4j is logged in to with NEO4J_USERNAME (neo4j), NEO4J_PASSWORD and NEO4J_DATABASE (neo4j) of the environment.',
    );
}

/** The Neo4j address that options or environment name, or undefined for the embedded engine. */
export function neo4jAddress({ neo4j }: StoreOptions): string | undefined {
  return neo4j ?? (process.env.NEO4J_URI || undefined);
}

export function dataFolder({ data }: StoreOptions): string {
  return resolve(data);
}

/**
 * For commands that have nothing to do without a graph.
 * @throws InputError GRAPH_MISSING where the data folder holds none
 */
export function requireGraph(options: StoreOptions): void {
  if (neo4jAddress(options) !== undefined || hasGraph(dataFolder(options))) return;
  throw new InputError(
    'GRAPH_MISSING',
    `${options.data}: expected a data folder with a graph, but found none. Name its folder with --data.`,
  );
}

/**
 * Opens the graph that the options name.
 * @param isMade - a data folder that is not there is made; else the graph is an empty one in memory
 * @throws StoreError, UsageError NEO4J_PASSWORD_MISSING
 */
export async function openStore(
  options: StoreOptions,
  { isMade = true }: { readonly isMade?: boolean } = {},
): Promise<GraphStore> {
  return openGraphStore(await openEngine(options, isMade));
}

async function openEngine(options: StoreOptions, isMade: boolean): Promise<Engine> {
  const uri = neo4jAddress(options);
  if (uri === undefined) {
    const folder = dataFolder(options);
    return openEmbeddedEngine(isMade || hasGraph(folder) ? { folder } : {});
  }
  requireNoLogin(uri);
  const { NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE } = process.env;
  if (!NEO4J_PASSWORD) {
    throw new UsageError(
      'NEO4J_PASSWORD_MISSING',
      `${uri}: expected NEO4J_PASSWORD in the environment, but it is not set. ` +
        'Run the command as NEO4J_PASSWORD=… papergraph …',
    );
  }
  return openNeo4jEngine({
    uri,
    username: NEO4J_USERNAME || 'neo4j',
    password: NEO4J_PASSWORD,
    database: NEO4J_DATABASE || 'neo4j',
  });
}
