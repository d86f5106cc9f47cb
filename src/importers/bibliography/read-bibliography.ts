import { FewProblems } from '../../model/few-problems.ts';
import type { ReadPage, SourceRecord, ToldApart } from '../../model/source-record.ts';
import { pageTooLarge } from '../markdown/problems.ts';
import { noPapers } from './bibliography-problems.ts';

/** What a bibliography gives, in the order of lines. */
interface ReadBibliography {
  readonly records: readonly SourceRecord[];
  readonly toldApart?: readonly ToldApart[];
}

/** Where a bibliography stands, and where to tell what is wrong with it. */
export interface BibliographyPlace {
  readonly path: string;
  readonly problems: FewProblems;
}

/** Programs write these files, and one holds what somebody gathered in years. */
export const MAX_BIBLIOGRAPHY_BYTES = 50_000_000;

/**
 * Reads one file of a bibliography. It never throws: what cannot be taken as it stands is a problem beside the records. A
 * file over 50 MB is refused with one problem of severity ERROR.
 *
 * @param options - `read` reads a text whose line ends are of one character; `expected` is what a message calls its contents
 */
export function readBibliography(text: string, { path, expected, read }: BibliographyFormat): ReadPage {
  const problems = new FewProblems();
  const byteCount = text.length * 3 <= MAX_BIBLIOGRAPHY_BYTES ? 0 : Buffer.byteLength(text);
  if (byteCount > MAX_BIBLIOGRAPHY_BYTES) {
    problems.add(pageTooLarge(path, { byteCount, most: MAX_BIBLIOGRAPHY_BYTES }));
    return pageOf({ records: [] }, { path, problems });
  }
  const found = read(text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n'), { path, problems });
  const { records, toldApart = [] } = found;
  if (records.length + toldApart.length + problems.inOrder().length === 0) problems.add(noPapers(path, expected));
  return pageOf(found, { path, problems });
}

interface BibliographyFormat {
  readonly path: string;
  readonly expected: string;
  readonly read: (text: string, place: BibliographyPlace) => ReadBibliography;
}

function pageOf({ records, toldApart = [] }: ReadBibliography, { path, problems }: BibliographyPlace): ReadPage {
  return { path, title: null, records, problems: problems.inOrder(), toldApart, editions: [] };
}
