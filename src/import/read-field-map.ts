import { type FieldMap, parseFieldMap } from '../importers/index.ts';
import { readTextFile } from './read-file.ts';

/**
 * Reads a mapping file; undefined where none is named.
 * @throws InputError those of `readTextFile`, and BAD_MAP
 */
export async function readFieldMap(path: string | undefined): Promise<FieldMap | undefined> {
  return path === undefined ? undefined : parseFieldMap(await readTextFile(path), path);
}
