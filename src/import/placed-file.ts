import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError, PapergraphError } from '../model/errors.ts';

/**
 * Has a file written under another name beside it, which becomes its own when it is complete; nothing is left of one that
 * does not come to its end.
 * @param path - absolute; a file of that name is replaced
 * @throws InputError FOLDER_MISSING, FILE_UNWRITABLE, and what `write` throws
 */
export async function placeFile<T>(path: string, write: (part: string) => Promise<T>): Promise<T> {
  if (!existsSync(dirname(path))) {
    throw new InputError(
      'FOLDER_MISSING',
      `${path}: expected a file in a folder that is there. Make the folder first.`,
    );
  }
  const part = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const written = await write(part);
    await rename(part, path);
    return written;
  } catch (error) {
    if (error instanceof PapergraphError || !(error instanceof Error)) throw error;
    throw new InputError('FILE_UNWRITABLE', `${path}: cannot be written (${error.message}).`, { cause: error });
  } finally {
    await rm(part, { force: true });
  }
}
