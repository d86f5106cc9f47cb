import type { ReadPage, SourceRecord } from '../../model/source-record.ts';
import { quote } from '../data/value.ts';
import { defect } from './bibliography-problems.ts';
import { type BibliographyPlace, readBibliography } from './read-bibliography.ts';
import { type RisField, risRecord } from './ris-record.ts';

/** Whether the beginning of a file looks like RIS: a record's first line. */
export function looksLikeRis(start: string): boolean {
  return /^\uFEFF?TY {1,2}- ?[A-Z]{3,}\s*$/mu.test(start);
}

/**
 * Reads a RIS file; see `readBibliography`. Each line is two signs, a hyphen and a value; `TY` begins a record, `ER` ends it.
 * https://web.archive.org/web/20120526103719/http://refman.com/support/risformat_intro.asp
 */
export function readRisPage(text: string, path: string): ReadPage {
  return readBibliography(text, { path, expected: 'records of RIS, each beginning with "TY  - "', read: readLines });
}

const LINE = /^\s{0,4}([A-Z][A-Z0-9])\s{1,2}-(?:\s(.*))?$/u;

function readLines(text: string, place: BibliographyPlace) {
  const reader = new RisReader(place);
  let line = 0;
  for (const written of text.split('\n')) {
    line += 1;
    reader.take(written, line);
  }
  reader.finish('the end of the file');
  return { records: reader.records };
}

class RisReader {
  readonly records: SourceRecord[] = [];
  readonly #place: BibliographyPlace;
  #line = 0;
  #fields: { name: string; value: string; line: number }[] | null = null;
  #isLost = false;

  constructor(place: BibliographyPlace) {
    this.#place = place;
  }

  take(written: string, line: number): void {
    const [, name, value = ''] = LINE.exec(written) ?? [];
    if (name === 'TY') {
      this.finish(`the next record on line ${line}`);
      this.#line = line;
      this.#fields = [{ name, value: value.trim(), line }];
      this.#isLost = false;
    } else if (name === 'ER') this.#end();
    else if (this.#fields === null) this.#tellLost(written, line);
    else if (name !== undefined) this.#fields.push({ name, value: value.trim(), line });
    else this.#goOn(written);
  }

  /** Ends a record that has no line for that. */
  finish(before: string): void {
    if (this.#fields === null) return;
    this.#tell(this.#line, `expected "ER  - " at the end of the record that begins here, found ${before}; it was read`);
    this.#end();
  }

  #end(): void {
    const fields: readonly RisField[] | null = this.#fields;
    this.#fields = null;
    const record = fields && risRecord(fields, this.#line, this.#place);
    if (record) this.records.push(record);
  }

  /** A line without a name goes on with the value before. */
  #goOn(written: string): void {
    const last = this.#fields?.at(-1);
    const text = written.trim();
    if (last && text !== '') last.value = last.value === '' ? text : `${last.value}\n${text}`;
  }

  /** Lines between records are told once for each gap. */
  #tellLost(written: string, line: number): void {
    if (this.#isLost || written.trim() === '') return;
    this.#isLost = true;
    this.#tell(line, `expected "TY  - " at the beginning of a record, found ${quote(written)}; it was not read`);
  }

  #tell(line: number, message: string): void {
    this.#place.problems.add(
      defect({ path: this.#place.path, line }, message, 'Begin each record with "TY  - " and end it with "ER  - ".'),
    );
  }
}
