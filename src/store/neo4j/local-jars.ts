import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { StoreError } from '../../model/errors.ts';
import { packageRoot } from '../package-root.ts';

const OLDEST_JAVA = 17;
const DOCKER_INSTEAD = 'Or run Neo4j with Docker: docker compose up neo4j.';

/** `available` says whether `startLocalNeo4j` can work here; `reason` says why not and what to install, "" if it can. */
export interface LocalNeo4jAvailability {
  readonly available: boolean;
  readonly reason: string;
}

/** Looks for a Java development kit, and for Maven or jars that it downloaded before. Starts `java` once, about 0.3 s. */
export function localNeo4jAvailability(): LocalNeo4jAvailability {
  const reason = javaReason() ?? (existsSync(jarsFolder()) ? undefined : mavenReason());
  return { available: reason === undefined, reason: reason === undefined ? '' : `${reason} ${DOCKER_INSTEAD}` };
}

/**
 * The folder of Neo4j's server jars, in a per-user cache: downloaded by Maven the first time (123 MB), found afterwards.
 * Several processes may ask at once; each downloads and the first to finish is kept.
 *
 * @throws StoreError `LOCAL_NEO4J_UNAVAILABLE` where Java or Maven is missing, `NEO4J_DOWNLOAD_FAILED` where Maven fails
 */
export async function localNeo4jJars({ onLog }: { readonly onLog: (line: string) => void }): Promise<string> {
  const { available, reason } = localNeo4jAvailability();
  if (!available) throw new StoreError('LOCAL_NEO4J_UNAVAILABLE', `A local Neo4j cannot be started. ${reason}`);
  const jars = jarsFolder();
  if (!existsSync(jars)) {
    onLog(`downloading Neo4j ${neo4jVersion()} with Maven, about 123 MB, into ${jars}`);
    await downloadInto(jars);
  }
  return jars;
}

/** The `java` to start: that of JAVA_HOME where it is set, as Maven does, else the one on the path. */
export function javaCommand(): string {
  const { JAVA_HOME } = process.env;
  return JAVA_HOME ? join(JAVA_HOME, 'bin', 'java') : 'java';
}

function javaReason(): string | undefined {
  const wanted = `Java ${OLDEST_JAVA} or later is needed, as a development kit (Debian: apt-get install openjdk-17-jdk-headless)`;
  const { error, stdout } = spawnSync(javaCommand(), ['--list-modules'], { encoding: 'utf8' });
  if (error) return `${wanted}, but \`${javaCommand()}\` was not found.`;
  const version = Number(/^java\.base@(\d+)/m.exec(stdout)?.[1] ?? 0);
  if (version < OLDEST_JAVA)
    return `${wanted}, but \`${javaCommand()}\` is ${version > 0 ? `Java ${version}` : 'older'}.`;
  // Without the compiler `java` cannot run LocalNeo4j.java from source: Debian's `maven` brings such a runtime.
  return /^jdk\.compiler@/m.test(stdout)
    ? undefined
    : `${wanted}, but \`${javaCommand()}\` is a runtime without a compiler.`;
}

function mavenReason(): string | undefined {
  const { error } = spawnSync('mvn', ['--version'], { stdio: 'ignore' });
  return error && 'Maven is needed to download Neo4j (Debian: apt-get install maven), but `mvn` was not found.';
}

async function downloadInto(jars: string): Promise<void> {
  await mkdir(dirname(jars), { recursive: true });
  // Beside the final folder, so that the rename stays on one file system and is atomic.
  const partial = await mkdtemp(`${jars}.partial-`);
  try {
    await copyDependencies(partial);
    await rename(partial, jars);
  } catch (error) {
    if (!existsSync(jars)) throw error; // else another process was first, and its jars are as good
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function copyDependencies(folder: string): Promise<void> {
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${folder}`];
  try {
    await promisify(execFile)('mvn', ['--quiet', '--batch-mode', '--file', pomPath(), ...goal]);
  } catch (error) {
    const said = error instanceof Error && 'stdout' in error ? String(error.stdout).trim() : String(error);
    throw new StoreError(
      'NEO4J_DOWNLOAD_FAILED',
      `Maven was to download Neo4j ${neo4jVersion()}, but failed. Check the network and Maven's settings, then try again. ` +
        `Maven said:\n${said.split('\n').slice(0, 5).join('\n')}`,
      { cause: error },
    );
  }
}

function jarsFolder(): string {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(cache, 'papergraph', `neo4j-${neo4jVersion()}`);
}

function neo4jVersion(): string {
  const version = /<neo4j\.version>([^<]+)</.exec(readFileSync(pomPath(), 'utf8'))?.[1];
  if (version === undefined) throw new Error(`${pomPath()}: expected the property neo4j.version, but found none.`);
  return version;
}

function pomPath(): string {
  return join(packageRoot(), 'neo4j', 'pom.xml');
}
