import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of Papergraph's own `package.json`, where `cypher`, `schema`, `samples` and `neo4j` lie: the same whether
 * this runs from `src`, from the bundle in `dist` or from somebody's `node_modules`.
 */
export function packageRoot(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
    if (isOurs(join(folder, 'package.json'))) return folder;
  }
  throw new Error(
    `${start}: expected Papergraph's package.json in a folder above it, but found none. Install the package again.`,
  );
}

let version: string | undefined;

/** The release that is running. */
export function packageVersion(): string {
  version ??= String(JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')).version);
  return version;
}

function isOurs(path: string): boolean {
  return existsSync(path) && JSON.parse(readFileSync(path, 'utf8')).name === 'papergraph';
}
