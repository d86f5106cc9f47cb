import { open } from 'node:fs/promises';
import { looksLikeConferenceData } from '../importers/index.ts';

/** The first series of a data set stands at its beginning. */
const startByteCount = 64_000;

/** Whether a file is YAML that holds data of conferences, by its beginning; null where YAML cannot be opened or is empty. */
export async function holdsConferenceData(path: string): Promise<boolean | null> {
  if (!/\.ya?ml$/iu.test(path)) return false;
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(startByteCount), 0, startByteCount, 0);
      return bytesRead === 0 ? null : looksLikeConferenceData(buffer.toString('utf8', 0, bytesRead));
    } finally {
      await file.close();
    }
  } catch {
    // Of a folder's many files this one is perhaps no list; what was a page before is told when it is read.
    return null;
  }
}
