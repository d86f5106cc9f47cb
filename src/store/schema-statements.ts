import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root.ts';

/** The engine's indexes and constraints from `cypher/schema/<engine>/`, in the order of file names, one statement each. */
export function schemaStatements(engine: 'embedded' | 'neo4j'): readonly string[] {
  const folder = join(packageRoot(), 'cypher', 'schema', engine);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.cypher'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .replace(/^\/\/.*$/gm, '')
        .split(';'),
    )
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
