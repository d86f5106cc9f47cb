import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs a script in a process of its own while this one goes on (and may be the server that it asks); gives what it prints. */
export async function runNode(script: string, cwd: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [script], { cwd, encoding: 'utf8' });
  return stdout;
}
