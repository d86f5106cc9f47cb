import type { PaperLine } from '../model/graph-line.ts';
import { mainAddress } from './main-address.ts';

/**
 * A paper as an entry of BibTeX (https://ctan.org/pkg/bibtex). Text is UTF-8. The citation key follows from the paper's key alone,
 * so it is the same in every export and no other paper's.
 */
export function bibtexEntry(paper: PaperLine): string {
  const type = entryType(paper);
  const fields = Object.entries(fieldsOf(paper, type)).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [`  ${name} = {${value}}`],
  );
  return `@${type}{${citationKey(paper.key)},\n${fields.join(',\n')}\n}\n`;
}

/** The key with what BibTeX or biber do not take in one written as `_` and its code, so that two keys never meet. */
export function citationKey(key: string): string {
  return key.replace(/[^A-Za-z0-9:./+-]/gu, (sign) => `_${(sign.codePointAt(0) ?? 0).toString(16)}_`);
}

function entryType({ type, conferences: [main] }: PaperLine): string {
  if (type === 'ARTICLE') return main?.kind === 'JOURNAL' ? 'article' : main ? 'inproceedings' : 'misc';
  if (type === 'REPORT') return 'techreport';
  if (type === 'THESIS') return 'phdthesis';
  if (type === 'BOOK') return 'book';
  return type === 'CHAPTER' ? 'incollection' : 'misc';
}

type Fields = Readonly<Record<string, string | null>>;

function fieldsOf(paper: PaperLine, type: string): Fields {
  const { title, authors, year, doi, arxivId, track } = paper;
  const address = mainAddress(paper);
  return {
    // In braces of its own, so that styles do not take the capitals of names.
    title: `{${escaped(title)}}`,
    author: authors.map(authorName).join(' and '),
    ...place(paper, type),
    year: year === null ? null : String(year),
    doi: doi === null ? null : verbatim(doi),
    eprint: arxivId,
    archiveprefix: arxivId === null ? null : 'arXiv',
    url: address === null ? null : verbatim(address),
    note: track === null ? null : escaped(`${track} track`),
  };
}

function place({ conferences: [main], edition, institutions: [institution] }: PaperLine, type: string): Fields {
  const held = institution ? escaped(institution.name) : null;
  if (type === 'techreport') return { institution: held };
  if (type === 'phdthesis') return { school: held };
  if (!main) return {};
  const name = escaped(main.name ?? main.acronym);
  if (type === 'article') return { journal: name };
  if (type === 'book') return { series: name };
  if (type === 'misc') return { howpublished: name };
  const short = escaped(edition ? `${main.acronym} ${edition.year}` : main.acronym);
  return { booktitle: main.name === null ? short : `${name} (${short})` };
}

/** A name in which a word would part names, or a comma would turn it round into nothing, is one name in braces. */
function authorName(name: string): string {
  const parts = name.split(',').map((part) => part.trim());
  const isPlain = !/(?:^|\s)and(?:\s|$)/i.test(name) && parts.length <= 3 && parts.every((part) => part !== '');
  return isPlain ? escaped(name) : `{${escaped(name)}}`;
}

const written: Readonly<Record<string, string>> = {
  // BibTeX counts braces, also behind a backslash, so one alone must not stand in the text.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escaped(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\{}~^$&#_%]/g, (sign) => written[sign] ?? `\\${sign}`);
}

/** Addresses and identifiers are taken as they stand, but for what would end the field or its line. */
function verbatim(text: string): string {
  return text.replace(/[{}\\\s]/gu, encodeURIComponent);
}
