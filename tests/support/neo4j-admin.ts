import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { javaCommand, localNeo4jJars } from '../../src/store/neo4j/local-jars.ts';

/** Runs a folder's `import.sh` with the real tool of Neo4j's jars, into a home that `startLocalNeo4j` then starts on. */
export async function runImportScript(folder: string, home: string): Promise<string> {
  const jars = await localNeo4jJars({ onLog: () => {} });
  await mkdir(join(home, 'bin'), { recursive: true });
  await mkdir(join(home, 'conf'), { recursive: true });
  await writeFile(join(home, 'conf', 'neo4j.conf'), '');
  const opens = ['java.nio', 'java.lang', 'sun.nio.ch'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);
  const command = [javaCommand(), ...opens, '-Xmx1g', '-cp', `'${join(jars, '*')}'`, 'org.neo4j.cli.AdminTool'].join(
    ' ',
  );
  await writeFile(join(home, 'bin', 'neo4j-admin'), `#!/bin/sh\nexec ${command} "$@"\n`, { mode: 0o755 });
  const { stdout } = await promisify(execFile)(join(folder, 'import.sh'), [], {
    env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') },
    maxBuffer: 1 << 26,
  });
  return stdout;
}
