import { parse } from '@retorquere/bibtex-parser';
import type { ReadPage, SourceRecord, ToldApart } from '../../model/source-record.ts';
import { unknownCommand, unreadableGroups } from './bibliography-problems.ts';
import { readBibtexFile } from './bibtex-file.ts';
import { withInherited } from './bibtex-inheritance.ts';
import { bibtexRecord } from './bibtex-record.ts';
import { bibtexParts, bibtexTypes, bibtexVolumes } from './bibtex-types.ts';
import { latexReader } from './latex-text.ts';
import { type BibliographyPlace, readBibliography } from './read-bibliography.ts';

const TYPES = [...bibtexTypes.keys(), ...bibtexVolumes, ...bibtexParts, 'string', 'preamble'].join('|');
const BEGIN = new RegExp(`^[ \\t]*@(?:${TYPES})\\s*[{(]`, 'imu');

/** Whether the beginning of a file looks like BibTeX: an item of a type that there is, at the start of a line. */
export function looksLikeBibtex(start: string): boolean {
  return BEGIN.test(start);
}

/** Reads a BibTeX or BibLaTeX file; see `readBibliography`. Volumes of proceedings are told apart as years of conferences. */
export function readBibtexPage(text: string, path: string): ReadPage {
  return readBibliography(text, { path, expected: 'items of BibTeX such as @article{…}', read: readItems });
}

function readItems(text: string, place: BibliographyPlace) {
  const { path, problems } = place;
  const { items, comments, preamble } = readBibtexFile(text, place);
  const unknown = new Set<string>();
  let line = 1;
  const onUnknown = (command: string) => {
    if (unknown.size !== unknown.add(command).size) problems.add(unknownCommand({ path, line }, command));
  };
  const reading = { place, latex: latexReader({ preamble, onUnknown }), groups: groupsIn(comments, place) };
  const records: SourceRecord[] = [];
  const toldApart: ToldApart[] = [];
  for (const item of withInherited(items, place)) {
    line = item.line;
    if (bibtexParts.has(item.type)) continue;
    if (bibtexVolumes.has(item.type)) {
      const title = reading.latex.text((item.fields.get('title') ?? item.fields.get('booktitle'))?.value ?? item.key);
      toldApart.push({ position: { path, line }, kind: 'EDITION', text: title.slice(0, 100) });
      continue;
    }
    const record = bibtexRecord(item, reading);
    if (record) records.push(record);
  }
  return { records, toldApart };
}

/** JabRef's groups of old, which name what is in them. Those of today stand in the field `groups`. */
function groupsIn(
  comments: readonly string[],
  { path, problems }: BibliographyPlace,
): ReadonlyMap<string, readonly string[]> {
  const stated = comments.filter((comment) => /^\s*jabref-meta:\s*groupstree/u.test(comment));
  const names = new Map<string, string[]>();
  if (stated.length === 0) return names;
  try {
    const { groups } = parse(stated.map((comment) => `@comment{${comment.trim()}}`).join('\n')).jabref;
    for (const { name, entries } of Object.values(groups)) {
      for (const key of entries.map((each) => each.toLowerCase())) names.set(key, [...(names.get(key) ?? []), name]);
    }
  } catch {
    // The library takes groups apart without a look at whether they are whole.
    problems.add(unreadableGroups({ path, line: 1 }));
  }
  return names;
}
