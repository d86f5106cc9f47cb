import { arxivIdOf, doiOf } from '../../model/paper-ids.ts';
import type { LinkKind, PaperType, SourceRecord, StatedAuthor, StatedLink } from '../../model/source-record.ts';
import { collapse } from '../../model/text.ts';
import { malformedAddress } from '../markdown/problems.ts';
import { authorsIncomplete, unexpectedField, untitled } from './bibliography-problems.ts';
import type { BibliographyPlace } from './read-bibliography.ts';
import { risTypes } from './ris-types.ts';
import { givenFirst, institutionsOfAddresses, namesWithoutOthers } from './stated-names.ts';
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

/** One line of a record, with those that go on with it. */
export interface RisField {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

const TITLES = ['TI', 'T1', 'CT'];
const BOOK_TITLES = ['TI', 'T1', 'BT', 'T2'];
/** Programs disagree where the place of publication stands; full names come before short ones. */
const VENUES = ['T2', 'JF', 'JO', 'BT', 'C3', 'JA', 'J2', 'J1'];
const YEARS = ['PY', 'Y1', 'DA'];
const LINKS: ReadonlyMap<string, LinkKind> = new Map<string, LinkKind>([
  ['UR', 'PAPER'],
  ['LK', 'PAPER'],
  ['L2', 'PAPER'],
  ['L1', 'PDF'],
]);

/** The record of one record of RIS, or null where it has no title, which is told. */
export function risRecord(fields: readonly RisField[], line: number, place: BibliographyPlace): SourceRecord | null {
  return new RisRecordReader(fields, line, place).read();
}

class RisRecordReader {
  readonly #fields: readonly RisField[];
  readonly #line: number;
  readonly #place: BibliographyPlace;
  readonly #type: string;

  constructor(fields: readonly RisField[], line: number, place: BibliographyPlace) {
    this.#fields = fields.filter(({ value }) => value !== '');
    this.#line = line;
    this.#place = place;
    this.#type = this.#fields.find(({ name }) => name === 'TY')?.value.toUpperCase() ?? '';
  }

  read(): SourceRecord | null {
    const isBook = risTypes.get(this.#type) === 'BOOK';
    const titles = isBook ? BOOK_TITLES : TITLES;
    const title = this.#first(titles);
    if (title === undefined) {
      this.#place.problems.add(untitled(this.#at(this.#line), `the record of type ${this.#type}`, 'TI or T1'));
      return null;
    }
    const venue = isBook ? undefined : this.#first(VENUES);
    const arxivId = this.#arxivId(venue);
    return paperRecord(this.#at(this.#line), {
      title,
      venue: venue ?? (arxivId && `arXiv:${arxivId}`),
      year: this.#year(),
      authors: this.#authors(title),
      institutions: this.#institutions(),
      links: this.#links(),
      remarks: this.#all(['N1', 'RN']),
      type: this.#paperType(venue, arxivId),
      keywords: this.#all(['KW'])
        .flatMap((text) => text.split(/\s*[;\n]\s*/u))
        .filter((word) => word !== ''),
      doi: this.#doi(),
      arxivId,
      abstract: this.#first(['AB', 'N2']),
    });
  }

  #at(line: number) {
    return { path: this.#place.path, line };
  }

  /** Lines of these names, those of the first name first. */
  #of(names: readonly string[]): readonly RisField[] {
    return names.flatMap((wanted) => this.#fields.filter(({ name }) => name === wanted));
  }

  #all(names: readonly string[]): readonly string[] {
    return this.#of(names).flatMap(({ value }) => collapse(withoutMarkup(value)) || []);
  }

  #first(names: readonly string[]): string | undefined {
    return this.#all(names)[0];
  }

  #year(): number | undefined {
    for (const { name, value, line } of this.#of(YEARS)) {
      const year = statedYear(value);
      if (year !== null) return year;
      if (hasNoYear(value)) continue;
      const expected = 'a year of four digits or a date';
      this.#place.problems.add(unexpectedField(this.#at(line), name, { expected, found: value }));
    }
    return undefined;
  }

  #authors(title: string): readonly StatedAuthor[] {
    const fields = this.#fields.filter(({ name }) => name === 'A1' || name === 'AU');
    const stated = fields.flatMap(({ value }) => collapse(value).split(/\s*;\s*/u));
    const { names, isIncomplete } = namesWithoutOthers(stated);
    if (isIncomplete) this.#place.problems.add(authorsIncomplete(this.#at(this.#line), title));
    return names.map((name) => ({ name: givenFirst(name), institutions: [] }));
  }

  /** A thesis is of its publisher, and a report too. */
  #institutions(): readonly string[] {
    const type = risTypes.get(this.#type);
    const names = type === 'THESIS' || type === 'REPORT' ? ['PB', 'AD'] : ['AD'];
    return this.#of(names).flatMap(({ value }) => institutionsOfAddresses(value));
  }

  #links(): readonly StatedLink[] {
    return this.#of([...LINKS.keys()]).flatMap(({ name, value, line }) =>
      value.split(/[\s;]+(?=https?:)/u).flatMap((address) => {
        const link = webLink(address.trim(), this.#place.path, LINKS.get(name));
        if (link === null && name === 'UR' && !isLocal(address)) {
          this.#place.problems.add(malformedAddress(this.#at(line), name, address));
        }
        return link ?? [];
      }),
    );
  }

  #doi(): string | undefined {
    for (const { name, value, line } of this.#of(['DO'])) {
      const doi = doiOf(value);
      if (doi !== null) return doi;
      if (arxivIdOf(value) !== null) continue;
      this.#place.problems.add(
        unexpectedField(this.#at(line), name, { expected: 'a DOI such as 10.1145/1', found: value }),
      );
    }
    return undefined;
  }

  #arxivId(venue: string | undefined): string | undefined {
    const own = this.#all(['DO']).flatMap((text) => arxivIdOf(text) ?? []);
    const stated = [...this.#all(['AN', 'M1', 'VL', 'IS', 'C7']), venue ?? ''].flatMap(
      (text) => statedArxivId(text) ?? [],
    );
    return own[0] ?? stated[0];
  }

  #paperType(venue: string | undefined, arxivId: string | undefined): PaperType | undefined {
    const type = risTypes.get(this.#type) ?? undefined;
    if (type !== undefined && type !== 'ARTICLE') return type;
    return isPreprint(venue) || (type === undefined && arxivId !== undefined) ? 'PREPRINT' : type;
  }
}
