import type { Position, Problem } from '../../model/problem.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import { RecordBuilder } from '../markdown/record-builder.ts';
import { readNameCell, readTitle } from '../markdown/titles.ts';
import { readYear } from '../markdown/years.ts';
import { type Columns, valueAt } from './columns.ts';
import { unexpectedValue } from './data-problems.ts';
import type { FieldMap, FieldName } from './field-map.ts';
import { authorsIn } from './stated-authors.ts';
import { linksIn } from './stated-links.ts';
import { statesNothing, textsIn } from './texts.ts';
import type { ObjectValue, Value } from './value.ts';

export interface RowPlace {
  readonly path: string;
  readonly section: readonly string[];
  readonly map: FieldMap;
  readonly columns: Columns;
}

export interface RowReading {
  readonly record: SourceRecord;
  readonly problems: readonly Problem[];
}

/** The record of one row, or null where it has none of the keys that name a paper. */
export function readRow(row: ObjectValue, place: RowPlace): RowReading | null {
  return new RowReader(row, place).read();
}

class RowReader {
  readonly #row: ObjectValue;
  readonly #place: RowPlace;
  readonly #position: Position;
  readonly #problems: Problem[] = [];

  constructor(row: ObjectValue, place: RowPlace) {
    this.#row = row;
    this.#place = place;
    this.#position = { path: place.path, line: row.line };
  }

  read(): RowReading | null {
    const title = this.#text('title');
    const shortName = this.#text('shortName');
    if (title === null && shortName === null) return null;
    const { headings, keywords } = this.#topics();
    const builder = new RecordBuilder(this.#position, [...this.#place.section, ...headings]);
    builder.name(nameFrom({ title, shortName }, this.#place.map));
    builder.venue(this.#stated('venue'));
    builder.year(this.#year());
    this.#addPeople(builder);
    for (const remark of this.#texts('remarks')) builder.remark(remark);
    builder.awards(this.#awards());
    builder.track(this.#stated('track'));
    builder.keywords(keywords);
    this.#addLinks(builder);
    const { record, problems } = builder.finish();
    return { record, problems: [...this.#problems, ...problems] };
  }

  #values(field: FieldName): readonly Value[] {
    return this.#place.columns.fields[field].flatMap((path) => valueAt(this.#row, path) ?? []);
  }

  #textsOf(value: Value, field: FieldName): readonly string[] {
    const { texts, others } = textsIn(value);
    this.#reject(others, field, 'a text or a list of texts');
    return texts;
  }

  #texts(field: FieldName): readonly string[] {
    return this.#values(field).flatMap((value) => this.#textsOf(value, field));
  }

  /** The field's text under the first of its keys that has one; the texts of a list joined. */
  #text(field: FieldName): string | null {
    for (const value of this.#values(field)) {
      const texts = this.#textsOf(value, field);
      if (texts.length > 0) return texts.join(', ');
    }
    return null;
  }

  #stated(field: FieldName): string | null {
    const text = this.#text(field);
    return text === null || statesNothing(text) ? null : text;
  }

  #year(): number | null {
    const text = this.#stated('year');
    const year = text === null ? null : readYear(text);
    if (text !== null && year === null) {
      this.#reject([{ kind: 'text', text, line: this.#row.line }], 'year', 'a year of four digits or a date');
    }
    return year;
  }

  /** Headings are the levels of one topic ("Systems > Serving"); several topics side by side are keywords. */
  #topics(): { headings: readonly string[]; keywords: readonly string[] } {
    const sections = this.#values('section').map((value) => this.#textsOf(value, 'section'));
    const headings = sections.filter(({ length }) => length === 1).flat();
    const words = this.#texts('keywords').flatMap((text) => text.split(/ *[,;|，；、] */u));
    return {
      headings: headings.flatMap((text) => text.split(' > ')).filter((text) => text !== '' && !statesNothing(text)),
      keywords: [...sections.filter(({ length }) => length > 1).flat(), ...words]
        .map((word) => word.replace(/^#/u, ''))
        .filter((word) => word !== ''),
    };
  }

  #addPeople(builder: RecordBuilder): void {
    for (const value of this.#values('institutions')) builder.institutionsFrom(this.#textsOf(value, 'institutions'));
    for (const value of this.#values('authors')) {
      const { authors, institutions, placeholders, others } = authorsIn(value);
      builder.authors(authors);
      builder.institutions({ names: institutions, placeholders });
      this.#reject(others, 'authors', 'a list of names');
    }
  }

  /** A flag (`best_paper: true`) is the award that its key names. */
  #awards(): readonly string[] {
    return this.#place.columns.fields.awards.flatMap((path) => {
      const value = valueAt(this.#row, path);
      const texts = value ? this.#textsOf(value, 'awards').filter((text) => !statesNothing(text)) : [];
      return texts.map((text) => (/^(?:true|yes|x|✓)$/iu.test(text) ? path.join(' ').replace(/[_-]+/gu, ' ') : text));
    });
  }

  #addLinks(builder: RecordBuilder): void {
    const { columns, map } = this.#place;
    for (const { kind, paths } of columns.links) {
      for (const path of paths) {
        const value = valueAt(this.#row, path);
        if (value) builder.links(linksIn(value, this.#position, { key: path.join('.'), kind, isSure: map.isGiven }));
      }
    }
  }

  #reject(values: readonly Value[], field: FieldName, expected: string): void {
    const [value] = values;
    if (value) this.#problems.push(unexpectedValue(this.#position, field, { expected, value }));
  }
}

/** A short name that a title starts with is stated too. Under a usual name such as `name`, titles stand as well as short names. */
function nameFrom(stated: { readonly title: string | null; readonly shortName: string | null }, { isGiven }: FieldMap) {
  const { title, shortName } = stated;
  if (title !== null) return { title, shortName: shortName ?? readTitle(title).shortName };
  return isGiven || shortName === null ? stated : readNameCell(shortName, { isTitle: false, isBold: false });
}
