import { arxivIdOf, doiOf } from '../../model/paper-ids.ts';
import type { Problem } from '../../model/problem.ts';
import type { PaperType, SourceRecord, StatedAuthor } from '../../model/source-record.ts';
import { collapse } from '../../model/text.ts';
import { unexpectedField, untitled } from '../bibliography/bibliography-problems.ts';
import { paperRecord, statedArxivId, statedYear, webLink } from '../bibliography/stated-paper.ts';

/** One element of DBLP's file that stands for a record, with the elements in it as text. */
export interface DblpElement {
  /** `article`, `inproceedings`, … */
  readonly kind: string;
  /** DBLP's own key: "conf/osdi/Lee23". */
  readonly key: string;
  /** `informal`, `software`, …; "" where it has none. */
  readonly publtype: string;
  readonly line: number;
  readonly fields: readonly DblpField[];
}

export interface DblpField {
  readonly name: string;
  readonly text: string;
  /** "" where it has none. */
  readonly orcid: string;
  readonly line: number;
}

const TYPES: ReadonlyMap<string, PaperType> = new Map<string, PaperType>([
  ['article', 'ARTICLE'],
  ['inproceedings', 'ARTICLE'],
  ['incollection', 'CHAPTER'],
  ['book', 'BOOK'],
  ['phdthesis', 'THESIS'],
  ['mastersthesis', 'THESIS'],
  ['data', 'DATASET'],
]);

/** Whether elements of a kind are papers. Volumes of proceedings and pages of people are none. */
export function isDblpPaper(kind: string): boolean {
  return TYPES.has(kind);
}

/** The record of an element, or null where it has no title; and what is wrong with it. */
export function dblpRecord(
  element: DblpElement,
  path: string,
): { readonly record: SourceRecord | null; readonly problems: readonly Problem[] } {
  const { kind, key, line } = element;
  const textsOf = (name: string) =>
    element.fields.filter((field) => field.name === name).flatMap(({ text }) => collapse(text) || []);
  const [title] = textsOf('title');
  const position = { path, line };
  if (title === undefined) return { record: null, problems: [untitled(position, `<${kind} key="${key}">`, '<title>')] };
  const problems: Problem[] = [];
  const [venue] = [...textsOf('booktitle'), ...textsOf('journal')];
  const addresses = textsOf('ee');
  const record = paperRecord(position, {
    // DBLP ends each title with a full stop.
    title: title.replace(/(?<!\.)\.$/u, ''),
    venue: kind === 'book' ? undefined : venue,
    year: yearOf(element, path, problems),
    authors: element.fields.filter(({ name }) => name === 'author').flatMap(authorOf),
    institutions: textsOf('school'),
    links: addresses.flatMap((address) => webLink(address, path) ?? []),
    remarks: textsOf('note'),
    type: typeOf(element),
    doi: addresses.flatMap((address) => doiOf(address) ?? [])[0],
    arxivId: arxivIdIn(addresses, textsOf('volume')),
    recordId: recordIdOf(key),
    // Three dots stand for a paper that DBLP does not have.
    references: textsOf('cite')
      .filter((cited) => /^[^.\s]+\/\S+$/u.test(cited))
      .map(recordIdOf),
  });
  return { record, problems };
}

function recordIdOf(key: string): string {
  return `https://dblp.org/rec/${key}`;
}

function typeOf({ kind, publtype }: DblpElement): PaperType | undefined {
  if (/\binformal\b/u.test(publtype)) return 'PREPRINT';
  if (/\bsoftware\b/u.test(publtype)) return 'OTHER';
  return /\bdata\b/u.test(publtype) ? 'DATASET' : TYPES.get(kind);
}

function yearOf({ fields }: DblpElement, path: string, problems: Problem[]): number | undefined {
  const stated = fields.find(({ name }) => name === 'year');
  if (!stated) return undefined;
  const year = statedYear(stated.text);
  if (year !== null) return year;
  const expected = 'a year of four digits';
  problems.push(unexpectedField({ path, line: stated.line }, '<year>', { expected, found: stated.text }));
  return undefined;
}

/** People of one name are told apart by four digits behind it ("Wei Wang 0001"), which are no part of the name. */
function authorOf({ text, orcid }: DblpField): readonly StatedAuthor[] {
  const whole = collapse(text);
  if (whole === '') return [];
  const id = `https://dblp.org/name/${encodeURIComponent(whole.replace(/[\ud800-\udfff]/gu, '\ufffd'))}`;
  const isOrcid = /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/u.test(orcid);
  return [{ name: whole.replace(/ \d{4}$/u, ''), institutions: [], id, ...(isOrcid && { orcid }) }];
}

/** In an address, or as the volume of CoRR: "abs/1706.03762". */
function arxivIdIn(addresses: readonly string[], volumes: readonly string[]): string | undefined {
  const linked = addresses.flatMap((address) => arxivIdOf(address) ?? []);
  const inVolume = volumes.flatMap((volume) => /^abs\/(.+)$/u.exec(volume)?.[1] ?? []);
  return linked[0] ?? inVolume.flatMap((id) => statedArxivId(`arxiv:${id}`) ?? [])[0];
}
