import { looksLikeConferenceData, looksLikeCslJson } from '../importers/index.ts';
import { startOfFile } from './file-start.ts';

/**
 * Whether a file is one of those that only what is in them makes pages, by its beginning: YAML that holds data of conferences,
 * JSON that is a bibliography in CSL's form. Null where such a file cannot be opened or is empty.
 */
export async function isPageByContent(path: string): Promise<boolean | null> {
  const ending = /\.(ya?ml|json)$/iu.exec(path)?.[1]?.toLowerCase();
  if (ending === undefined) return false;
  try {
    const start = await startOfFile(path);
    if (start === '') return null;
    return ending === 'json' ? looksLikeCslJson(start) : looksLikeConferenceData(start);
  } catch {
    // Of a folder's many files this one is perhaps no list; what was a page before is told when it is read.
    return null;
  }
}
