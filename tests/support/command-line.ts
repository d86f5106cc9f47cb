import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

export const main = join(import.meta.dirname, '..', '..', 'dist', 'main.js');

/** The environment without a Neo4j that happens to be named in it. */
export const quiet = { ...process.env, NEO4J_URI: '' };

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end. @param options - `input` comes by standard input */
export function papergraph(
  args: readonly string[],
  { env = quiet, cwd, input = '' }: { env?: NodeJS.ProcessEnv; cwd?: string; input?: string } = {},
) {
  return new Promise<Ended>((resolve) => {
    const child = execFile(
      process.execPath,
      [main, ...args],
      { env, cwd, timeout: 150_000 },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr });
      },
    );
    child.stdin?.end(input);
  });
}

export interface RunningServer {
  readonly process: ChildProcess;
  readonly url: string;
  /** All that it has printed so far, on either output. */
  readonly log: () => string;
}

/** Starts a server that ends with the test, and waits for its address. */
export async function serve(args: readonly string[], env: NodeJS.ProcessEnv = quiet): Promise<RunningServer> {
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => lines.push(line));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      const address = /(http:\/\/\S+)\/graphql/.exec(line)?.[1];
      if (address) resolve(address);
    });
    child.on('exit', () => reject(new Error(`The server ended before it told its address: ${lines.join('\n')}`)));
  });
  return { process: child, url, log: () => lines.join('\n') };
}

/** Asks a server. */
export async function askServer(url: string, query: string): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()).data;
}

/** Waits until something holds; the deadline is generous, since machines that test are busy. */
export async function until(
  holds: () => Promise<boolean> | boolean,
  what: () => string,
  limitMs = 15_000,
): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Expected within ${limitMs} ms, but it did not come: ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
