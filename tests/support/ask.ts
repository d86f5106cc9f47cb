import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ExecutionResult, graphql } from 'graphql';
import { createContext } from '../../src/graphql/context.ts';
import { schema } from '../../src/graphql/schema.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';

export interface Answer extends ExecutionResult {
  /** Names of the store statements behind the answer, sorted: they run side by side. */
  readonly asked: readonly string[];
}

/** Asks the schema in process, and tells which statements were sent. */
export async function ask(
  store: GraphStore,
  source: string,
  variableValues: Record<string, unknown> = {},
  { isInlined = true }: { isInlined?: boolean } = {},
): Promise<Answer> {
  const asked: string[] = [];
  const observed = store.observed(({ name }) => asked.push(name));
  const contextValue = createContext(observed, { schema, isInlined });
  const result = await graphql({ schema, source, contextValue, variableValues });
  // Plain objects compare better than graphql-js's, which have no prototype.
  return { ...JSON.parse(JSON.stringify(result)), asked: asked.sort() };
}

/** The text of a named operation of `schema/operations`. */
export function operation(name: string): string {
  return readFileSync(join(import.meta.dirname, '..', '..', 'schema', 'operations', `${name}.graphql`), 'utf8');
}
