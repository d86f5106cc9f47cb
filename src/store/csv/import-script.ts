import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';
import { arrayDelimiter, dataFileOf, headerFileOf } from './csv-file.ts';
import type { NamedFile } from './csv-graph.ts';

interface Contents {
  readonly files: readonly NamedFile[];
  readonly hasLineEnds: boolean;
}

/** Writes how the files are imported: `schema.cypher`, and `import.sh` as the last of all. */
export async function writeImportScript(folder: string, contents: Contents): Promise<void> {
  await writeFile(join(folder, 'schema.cypher'), await schemaText());
  await writeFile(join(folder, 'import.sh'), scriptText(contents), { mode: 0o755 });
}

/** The constraints and indexes of the store, with their comments. */
async function schemaText(): Promise<string> {
  const schema = join(packageRoot(), 'cypher', 'schema', 'neo4j');
  const names = (await readdir(schema)).filter((name) => name.endsWith('.cypher')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(schema, name), 'utf8')));
  return texts.join('\n');
}

function scriptText({ files, hasLineEnds }: Contents): string {
  const options = files.map(({ kind, isOfNodes, name }) => {
    const option = isOfNodes ? 'nodes' : 'relationships';
    return `--${option}=${kind}=${headerFileOf(name)},${dataFileOf(name)}`;
  });
  const sign = `U+${arrayDelimiter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  const all = ['--id-type=string', `--array-delimiter=${sign}`, ...(hasLineEnds ? ['--multiline-fields=true'] : [])];
  return `#!/bin/sh
# Makes a new database of the files in this folder: NEO4J_DATABASE, by default neo4j, of the Neo4j in NEO4J_HOME or on the
# path. It must not be running, or the database be stopped. More options of the command can be given (--overwrite-destination,
# --max-off-heap-memory=…, --verbose).
# Then start the database. Papergraph makes the constraints and indexes when it first opens it; to make them before:
#   cypher-shell --file schema.cypher
set -e
cd "$(dirname "$0")"
exec "\${NEO4J_HOME:+$NEO4J_HOME/bin/}neo4j-admin" database import full "\${NEO4J_DATABASE:-neo4j}" \\
${[...all, ...options].map((option) => `  ${option} \\`).join('\n')}
  "$@"
`;
}
