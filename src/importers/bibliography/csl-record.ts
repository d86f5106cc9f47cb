import { arxivIdOf, doiOf } from '../../model/paper-ids.ts';
import type { PaperType, SourceRecord, StatedAuthor, StatedLink } from '../../model/source-record.ts';
import { collapse } from '../../model/text.ts';
import { malformedAddress } from '../markdown/problems.ts';
import { authorsIncomplete, unexpectedField, untitled } from './bibliography-problems.ts';
import { cslTypes } from './csl-types.ts';
import type { BibliographyPlace } from './read-bibliography.ts';
import { institutionsOfAddresses, namesWithoutOthers } from './stated-names.ts';
import {
  hasNoYear,
  isLocal,
  isPreprint,
  paperRecord,
  statedArxivId,
  statedYear,
  webLink,
  withoutMarkup,
} from './stated-paper.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The record of one item, whatever it is; null where it names no paper, which is told. */
export function cslRecord(item: unknown, line: number, place: BibliographyPlace): SourceRecord | null {
  return new CslReader(fieldsOf(item), line, place).read();
}

class CslReader {
  readonly #fields: Fields;
  readonly #line: number;
  readonly #place: BibliographyPlace;

  constructor(fields: Fields, line: number, place: BibliographyPlace) {
    this.#fields = fields;
    this.#line = line;
    this.#place = place;
  }

  read(): SourceRecord | null {
    const title = this.#text('title');
    if (title === undefined) {
      const id = this.#text('id');
      this.#place.problems.add(untitled(this.#position, id === undefined ? 'the item' : `the item "${id}"`, 'title'));
      return null;
    }
    const type = cslTypes.get(this.#text('type') ?? '') ?? undefined;
    const venue =
      type === 'BOOK' ? undefined : (this.#text('container-title') ?? this.#text('event-title') ?? this.#text('event'));
    const arxivId = this.#arxivId(venue);
    return paperRecord(this.#position, {
      title,
      venue: venue ?? (arxivId && `arXiv:${arxivId}`),
      year: this.#year(),
      authors: this.#authors(title),
      institutions: this.#institutions(type),
      links: this.#links(),
      remarks: ['note', 'annote'].flatMap((key) => this.#text(key) ?? []),
      type: this.#paperType(type, venue, arxivId),
      keywords: (this.#text('keyword') ?? '').split(/\s*[,;]\s*/u).filter((word) => word !== ''),
      doi: this.#doi(),
      arxivId,
      abstract: this.#text('abstract'),
    });
  }

  get #position() {
    return { path: this.#place.path, line: this.#line };
  }

  #reject(field: string, expected: string, found: string): void {
    this.#place.problems.add(unexpectedField(this.#position, field, { expected, found }));
  }

  /** A text on one line without markup; of a list, as Crossref has it, the first. */
  #text(key: string): string | undefined {
    const stated = this.#fields[key];
    const value = Array.isArray(stated) ? stated[0] : stated;
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string' || typeof value === 'number')
      return collapse(withoutMarkup(String(value))) || undefined;
    this.#reject(key, 'a text', shown(value));
    return undefined;
  }

  #year(): number | undefined {
    const issued = this.#fields.issued;
    if (issued === undefined || issued === null) return undefined;
    const date = fieldsOf(issued);
    const parts = Array.isArray(date['date-parts']) ? date['date-parts'] : [];
    const first = Array.isArray(parts[0]) ? parts[0][0] : undefined;
    const stated = first ?? date.raw ?? date.literal ?? date.year ?? issued;
    const text = shown(stated);
    const year = statedYear(text);
    if (year === null && !hasNoYear(text)) this.#reject('issued', 'a date with a year of four digits', text);
    return year ?? undefined;
  }

  #authors(title: string): readonly StatedAuthor[] {
    const stated = this.#fields.author;
    if (stated === undefined || stated === null) return [];
    if (!Array.isArray(stated)) {
      this.#reject('author', 'a list of names', shown(stated));
      return [];
    }
    const read = stated.map((each) => ({ each: fieldsOf(each), name: nameOf(each) }));
    const { isIncomplete } = namesWithoutOthers(read.map(({ name }) => name));
    const named = read.filter(({ name }) => namesWithoutOthers([name]).names.length > 0);
    if (isIncomplete) this.#place.problems.add(authorsIncomplete(this.#position, title));
    return named.map(({ each, name }) => {
      const orcid = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/iu.exec(textOf(each.ORCID ?? each.orcid))?.[0].toUpperCase();
      return { name, institutions: affiliationsOf(each), ...(orcid && { orcid }) };
    });
  }

  /** A thesis is of its publisher, and a report too. */
  #institutions(type: PaperType | undefined): readonly string[] {
    const publisher = type === 'THESIS' || type === 'REPORT' ? this.#text('publisher') : undefined;
    return publisher === undefined ? [] : institutionsOfAddresses(publisher);
  }

  #links(): readonly StatedLink[] {
    const address = this.#text('URL');
    if (address === undefined) return [];
    const link = webLink(address, this.#place.path);
    if (link === null && !isLocal(address)) this.#place.problems.add(malformedAddress(this.#position, 'URL', address));
    return link ? [link] : [];
  }

  #doi(): string | undefined {
    const text = this.#text('DOI');
    if (text === undefined) return undefined;
    const doi = doiOf(text);
    if (doi === null && arxivIdOf(text) === null) this.#reject('DOI', 'a DOI such as 10.1145/1', text);
    return doi ?? undefined;
  }

  #arxivId(venue: string | undefined): string | undefined {
    const stated = ['number', 'note', 'archive_location'].map((key) => this.#fields[key]).concat(venue);
    const ids = stated.flatMap((text) => (typeof text === 'string' ? (statedArxivId(text) ?? []) : []));
    return arxivIdOf(textOf(this.#fields.DOI)) ?? ids[0];
  }

  /** An `article` with a place of publication is one; CSL calls preprints so too. */
  #paperType(
    type: PaperType | undefined,
    venue: string | undefined,
    arxivId: string | undefined,
  ): PaperType | undefined {
    if (type !== undefined && type !== 'ARTICLE') return type;
    if (isPreprint(venue) || (venue === undefined && arxivId !== undefined)) return 'PREPRINT';
    if (type === undefined && this.#fields.type === 'article') return venue === undefined ? 'PREPRINT' : 'ARTICLE';
    return type;
  }
}

function fieldsOf(value: unknown): Fields {
  // Any object of JSON is read field by field; nothing is taken for granted of its values.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A value for a message or a search; what is within lists and objects may nest without end. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' ? 'an object' : String(value);
}

function nameOf(author: unknown): string {
  if (typeof author === 'string') return collapse(author);
  const fields = fieldsOf(author);
  const whole = fields.literal ?? fields.name;
  if (typeof whole === 'string' && whole.trim() !== '') return collapse(whole);
  const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'].map((key) => fields[key]);
  return collapse(parts.filter((part) => typeof part === 'string').join(' '));
}

function affiliationsOf({ affiliation }: Fields): readonly string[] {
  const stated = Array.isArray(affiliation) ? affiliation : [affiliation];
  return stated.flatMap((each) => {
    const name = typeof each === 'string' ? each : fieldsOf(each).name;
    return typeof name === 'string' ? institutionsOfAddresses(name) : [];
  });
}
