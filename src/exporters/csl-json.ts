import type { PaperLine } from '../model/graph-line.ts';
import type { PaperType } from '../model/source-record.ts';
import { mainAddress } from './main-address.ts';

/** A paper as an item of CSL-JSON, the form that citation processors read. https://docs.citationstyles.org/en/stable/specification.html */
export function cslItem(paper: PaperLine): string {
  const { key, title, shortName, authors, year, doi, arxivId, conferences, edition } = paper;
  const [main] = conferences;
  const item = {
    id: key,
    type: itemType(paper),
    title,
    'title-short': shortName,
    author: authors.length === 0 ? null : authors.map(cslName),
    issued: year === null ? null : { 'date-parts': [[year]] },
    'container-title': main ? (main.name ?? main.acronym) : null,
    'container-title-short': main?.name ? main.acronym : null,
    'event-title': main && edition ? `${main.acronym} ${edition.year}` : null,
    publisher: heldBy(paper),
    number: arxivId === null ? null : `arXiv:${arxivId}`,
    DOI: doi,
    URL: mainAddress(paper),
  };
  return JSON.stringify(Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null)));
}

const types: Readonly<Record<Exclude<PaperType, 'ARTICLE'>, string>> = {
  PREPRINT: 'article',
  REPORT: 'report',
  THESIS: 'thesis',
  BOOK: 'book',
  CHAPTER: 'chapter',
  DATASET: 'dataset',
  ESSAY: 'post-weblog',
  OTHER: 'document',
};

function itemType({ type, conferences: [main] }: PaperLine): string {
  if (type !== 'ARTICLE') return types[type];
  return main?.kind === 'JOURNAL' ? 'article-journal' : main ? 'paper-conference' : 'article';
}

function heldBy({ type, institutions: [institution] }: PaperLine): string | null {
  return (type === 'REPORT' || type === 'THESIS') && institution ? institution.name : null;
}

/**
 * A name's parts as BibTeX reads them: behind a comma the first names, else the last word is the family name with the words in
 * small letters before it. Names of one word, and in scripts without spaces between words, stay whole.
 */
function cslName(name: string): Readonly<Record<string, string>> {
  const turned = /^([^,]+),\s*([^,]+)$/u.exec(name);
  if (turned?.[1] && turned[2]) return { family: turned[1].trim(), given: turned[2].trim() };
  const match = /^(\S.*?)\s+((?:\p{Ll}[\p{Ll}']*\s+)*)(\S+)$/u.exec(name.trim());
  if (!match?.[1] || !match[3] || name.includes(',')) return { literal: name };
  const particle = match[2]?.trim() ?? '';
  return { family: match[3], given: match[1], ...(particle !== '' && { 'non-dropping-particle': particle }) };
}
