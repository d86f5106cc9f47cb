import type { StatedAuthor } from '../../model/source-record.ts';
import { authorsIncomplete, commasBetweenAuthors } from './bibliography-problems.ts';
import type { BibtexField, BibtexItem } from './bibtex-file.ts';
import type { LatexReader } from './latex-text.ts';
import type { BibliographyPlace } from './read-bibliography.ts';
import { institutionsOfAddresses, isSuffix, namesWithoutOthers } from './stated-names.ts';

interface Reading {
  readonly place: BibliographyPlace;
  readonly latex: LatexReader;
}

/**
 * The authors of an item, with the ORCID and the affiliation that BibLaTeX annotates them with (`author+an:orcid`).
 * @param title - the paper's, for messages
 */
export function bibtexAuthors({ fields }: BibtexItem, title: string, reading: Reading): readonly StatedAuthor[] {
  const field = fields.get('author');
  if (!field) return [];
  const { place, latex } = reading;
  const { names, isIncomplete } = namesWithoutOthers(namesIn(field, reading));
  if (isIncomplete) place.problems.add(authorsIncomplete({ path: place.path, line: field.line }, title));
  const orcids = annotations(fields.get('author+an:orcid'));
  const affiliations = annotations(fields.get('author+an:affiliation'));
  return names.map((name, index) => {
    const orcid = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/u.exec(orcids.get(index + 1) ?? '')?.[0];
    const institutions = institutionsOfAddresses(latex.text(affiliations.get(index + 1) ?? ''));
    return { name, institutions, ...(orcid && { orcid }) };
  });
}

/** People write "Ann Lee, Bo Chen, Cy Diaz", which BibTeX would take for one name in three parts. */
function namesIn({ value, line }: BibtexField, { place, latex }: Reading): readonly string[] {
  const parts = value.split(',').map((part) => part.trim());
  const isList = parts.length > 2 && !/[\\{}=]|\sand\s/iu.test(value) && parts.every((part) => /\S\s+\S/u.test(part));
  if (!isList || parts.some(isSuffix)) return latex.names(value);
  place.problems.add(commasBetweenAuthors({ path: place.path, line }, value));
  return parts;
}

/** `1="…"; 2="…"`, what is said of the first and second of a list. */
function annotations(field: BibtexField | undefined): ReadonlyMap<number, string> {
  return new Map(
    [...(field?.value ?? '').matchAll(/(\d+)="([^"]*)"/gu)].map(([, at, said = '']) => [Number(at), said]),
  );
}
