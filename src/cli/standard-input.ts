import { createWriteStream, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { InputError, UsageError } from '../model/errors.ts';

/** What stands for standard input among paths. */
export const standardInput = '-';

/** The page that standard input is. */
const pageName = 'stdin';

/**
 * Runs some work on a file that holds what comes by standard input. A server that does the work can read it there, where
 * only this user can; it goes when the process ends.
 * @throws what the work throws, with standard input where it names the file
 */
export async function withStandardInput<T>(work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'papergraph-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, pageName);
  await pipeline(process.stdin, createWriteStream(path, { mode: 0o600 }));
  try {
    return await work(path);
  } catch (error) {
    throw named(error, path);
  }
}

/** @throws UsageError STDIN_NOT_ALONE */
export function requireStandardInputAlone(paths: readonly string[]): void {
  if (!paths.includes(standardInput) || paths.length === 1) return;
  throw new UsageError(
    'STDIN_NOT_ALONE',
    `${standardInput}: standard input is a source of its own. Name it alone, and other paths in another command.`,
  );
}

function named(error: unknown, path: string): unknown {
  if (!(error instanceof InputError) || !error.message.includes(path)) return error;
  return new InputError(error.code, error.message.replaceAll(path, 'standard input'), { cause: error });
}
