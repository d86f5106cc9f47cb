import type { StatedAuthor } from '../../model/source-record.ts';
import { collapse } from '../../model/text.ts';

/** The authors that a plain list names: "A. Author, B. Author and C. Author". */
export function readAuthors(text: string): StatedAuthor[] {
  return text
    .split(/\s*[,;，、；]\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+/u)
    .map((name) => collapse(name.replace(/[*†‡§¶]+/gu, '')).replace(/[.,]?\s*et al\.?$/iu, ''))
    .filter((name) => /\p{L}/u.test(name) && !/^(?:et al|others|etc)\.?$/iu.test(name))
    .map((name) => ({ name, institutions: [] }));
}
