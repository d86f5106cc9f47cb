import { open } from 'node:fs/promises';
import { looksLikeConferenceData } from '../importers/index.ts';

/** The first series of a data set stands at its beginning. */
const startByteCount = 64_000;

/** Whether a file is YAML that holds data of conferences, by its beginning; one that cannot be opened is none. */
export async function holdsConferenceData(path: string): Promise<boolean> {
  if (!/\.ya?ml$/iu.test(path)) return false;
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(startByteCount), 0, startByteCount, 0);
      return looksLikeConferenceData(buffer.toString('utf8', 0, bytesRead));
    } finally {
      await file.close();
    }
  } catch {
    // Of a folder's many files this one is no list; a page that is one and cannot be read is told when it is read.
    return false;
  }
}
