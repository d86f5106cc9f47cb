import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of real data that tests read in place: `PAPERGRAPH_SHARED`, by default `../shared`. */
const shared = resolve(process.env.PAPERGRAPH_SHARED ?? join(import.meta.dirname, '..', '..', '..', 'shared'));

/**
 * The path of real data, or null where it is not there: such tests then do not run, and say so. Under CI=true they must.
 */
export function sharedPath(...parts: readonly string[]): string | null {
  const path = join(shared, ...parts);
  if (existsSync(path)) return path;
  const message = `${path} is not there: the tests on it DO NOT RUN. Set PAPERGRAPH_SHARED to the folder that holds it.`;
  if (process.env.CI === 'true') throw new Error(message);
  console.warn(`\n${'!'.repeat(80)}\n${message}\n${'!'.repeat(80)}\n`);
  return null;
}
