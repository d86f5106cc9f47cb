import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { StoreError } from '../../model/errors.ts';
import { packageRoot } from '../package-root.ts';
import { javaCommand, localNeo4jJars } from './local-jars.ts';
import { rememberedPassword, setPassword } from './local-password.ts';

export { localNeo4jAvailability } from './local-jars.ts';

const START_LIMIT_MS = 180_000;
const STOP_GRACE_MS = 20_000;

export interface LocalNeo4jOptions {
  /** Where its data lies, kept from one start to the next. Left out: a temporary folder, removed by `stop`. */
  readonly home?: string | undefined;
  /** On 127.0.0.1. Left out or 0: a free one. */
  readonly port?: number | undefined;
  /** At least 8 characters. Left out: a random one, which a kept home remembers in a file only its owner can read. */
  readonly password?: string | undefined;
  /** Java heap; a quarter as much again goes to the page cache. */
  readonly memoryMb?: number | undefined;
  /** What is being waited for, and what the server prints. */
  readonly onLog?: ((line: string) => void) | undefined;
}

export interface LocalNeo4j {
  /** Its `neo4j://` address; `bolt://` works on the same host and port. */
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  readonly pid: number;
  /** Resolves when the process is gone, whoever ended it. */
  readonly closed: Promise<void>;
  /** Closes the databases and resolves when the process is gone. May be called again. */
  stop(): Promise<void>;
}

type Server = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * Starts a real Neo4j from Maven Central's jars, with authentication, on 127.0.0.1 alone. It never outlives this process.
 *
 * @throws StoreError `LOCAL_NEO4J_UNAVAILABLE`, `NEO4J_DOWNLOAD_FAILED`, `LOCAL_NEO4J_FAILED` (a port or home in use, no
 *   memory, too slow), `LOCAL_NEO4J_PASSWORD` (a kept home has another password, or the new one is too short)
 */
export async function startLocalNeo4j({
  home,
  port = 0,
  password,
  memoryMb = 1024,
  onLog = () => {},
}: LocalNeo4jOptions = {}): Promise<LocalNeo4j> {
  const jars = await localNeo4jJars({ onLog });
  const folder = home === undefined ? await mkdtemp(join(tmpdir(), 'papergraph-neo4j-')) : resolve(home);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const secret = password ?? (await rememberedPassword(folder));

  const settings = [folder, String(port), String(Math.ceil(memoryMb / 4)), home === undefined ? 'discard' : 'keep'];
  const server = spawn(javaCommand(), javaArguments({ jars, memoryMb, settings }), { stdio: ['pipe', 'pipe', 'pipe'] });
  const closed = closing(server).then(async () => {
    // The server removes a temporary home itself, lest it stay when this process is killed; not when the server was.
    if (home === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  try {
    const uri = `neo4j://127.0.0.1:${await readyPort(server, { folder, onLog })}`;
    await setPassword(uri, secret, { folder });
    return {
      uri,
      username: 'neo4j',
      password: secret,
      pid: server.pid ?? 0,
      closed,
      stop: () => stop(server, closed),
    };
  } catch (error) {
    await stop(server, closed);
    throw error;
  }
}

function javaArguments(options: {
  readonly jars: string;
  readonly memoryMb: number;
  readonly settings: readonly string[];
}): string[] {
  return [
    ...['java.nio', 'java.lang', 'sun.nio.ch'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    `-Xmx${options.memoryMb}m`,
    '-cp',
    join(options.jars, '*'),
    join(packageRoot(), 'neo4j', 'LocalNeo4j.java'),
    ...options.settings,
  ];
}

/** Resolves when the process is gone and its output read. A process that never started counts as gone. */
function closing(server: Server): Promise<void> {
  server.stdin.on('error', () => {}); // closing the input of a process that is gone is no trouble
  return new Promise((done) => {
    server.once('close', () => done());
    server.once('error', () => done());
  });
}

/** The port, once the server has printed it. What it prints on the way is passed on, and kept to explain a failure. */
function readyPort(
  server: Server,
  { folder, onLog }: { readonly folder: string; readonly onLog: (line: string) => void },
): Promise<number> {
  const printed: string[] = [];
  const hear = (line: string) => {
    printed.push(line);
    onLog(line);
  };
  return new Promise((done, fail) => {
    const giveUp = (what: string) => fail(new StoreError('LOCAL_NEO4J_FAILED', failureText({ what, printed, folder })));
    const timer = setTimeout(() => giveUp(`was not ready after ${START_LIMIT_MS / 1000} s`), START_LIMIT_MS);
    createInterface(server.stderr).on('line', hear);
    createInterface(server.stdout).on('line', (line) => {
      const port = /^ready (\d+)$/.exec(line)?.[1];
      if (port === undefined) return hear(line);
      clearTimeout(timer);
      done(Number(port));
    });
    server.once('close', (code, signal) => {
      clearTimeout(timer);
      giveUp(`ended (${signal ?? `exit code ${code}`})`);
    });
    server.once('error', (error) => giveUp(`did not start (${error.message})`));
  });
}

function failureText(found: {
  readonly what: string;
  readonly printed: readonly string[];
  readonly folder: string;
}): string {
  // Java prints the outermost exception first; the last cause is the one that a reader can act on.
  const exception = /^(Caused by: |Exception in thread "main" )/;
  const cause = found.printed.findLast((line) => exception.test(line)) ?? found.printed.at(-1) ?? 'nothing';
  const said = cause.replace(exception, '').replace(/\.$/, '');
  return (
    `The local Neo4j in ${found.folder} was to get ready, but ${found.what}. It said: ${said}. ` +
    'Check that no other process has that folder or its port, and that there is memory enough.'
  );
}

/** The server is ready by the time anybody can call this, so it listens for the end of its input. */
async function stop(server: Server, closed: Promise<void>): Promise<void> {
  server.stdin.end();
  const timer = setTimeout(() => server.kill('SIGKILL'), STOP_GRACE_MS);
  await closed;
  clearTimeout(timer);
}
