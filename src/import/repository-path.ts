import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * A folder's path in its git repository, else in the working directory, with `/` between folders; "" for the top. Annotations
 * of a hosting site are about paths of the repository, wherever the command ran.
 */
export async function repositoryPath(folder: string): Promise<string> {
  const real = await realpath(folder);
  const top = (await topLevel(real)) ?? (await realpath('.'));
  return relative(top, real).split(sep).join('/');
}

async function topLevel(folder: string): Promise<string | null> {
  try {
    const { stdout } = await run('git', ['-C', folder, 'rev-parse', '--show-toplevel'], { timeout: 5_000 });
    return stdout.trim() || null;
  } catch {
    // No git or no repository.
    return null;
  }
}
