import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import { StoreError } from '../../model/errors.ts';

/** Parts the values of a list. Texts that people write do not hold this sign; one that does has a space there. */
export const arrayDelimiter = '\u001f';

type ColumnType = 'string' | 'long' | 'boolean' | 'string[]' | 'long[]';

/**
 * One file of rows for `neo4j-admin database import`, packed, and its header. Which properties there are, and of what type,
 * is seen from the rows: a property that comes late is a column at the end, which earlier rows leave out.
 */
export class CsvFile {
  readonly name: string;
  readonly #folder: string;
  readonly #ends: readonly string[];
  readonly #places = new Map<string, number>();
  readonly #types: (ColumnType | null)[] = [];
  readonly #gzip: Gzip;
  readonly #out: WriteStream;
  #text = '';
  #rowCount = 0;
  #hasLineEnds = false;

  /** @param ends - the columns that say which node a row is, or which two a relationship joins */
  constructor(folder: string, name: string, ends: readonly string[]) {
    this.name = name;
    this.#folder = folder;
    this.#ends = ends;
    // Level 1: half the time of the default, for a tenth more bytes.
    this.#gzip = createGzip({ level: 1, chunkSize: 1 << 17 });
    this.#out = createWriteStream(join(folder, dataFileOf(name)));
    this.#gzip.pipe(this.#out);
    // A full disk is told when the file is waited for.
    this.#out.on('error', (error) => this.#gzip.destroy(error));
    this.#gzip.on('error', () => {});
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  /** A value has a line end in it, which the tool must be told. */
  get hasLineEnds(): boolean {
    return this.#hasLineEnds;
  }

  write(ids: readonly string[], properties: Readonly<Record<string, unknown>>): void {
    const cells: string[] = [];
    for (const [name, value] of Object.entries(properties)) {
      if (value === null || value === undefined) continue;
      const place = this.#placeOf(name);
      cells[place] = this.#cellOf(name, place, value);
    }
    let line = ids.map((id) => this.#quoted(id)).join(',');
    for (let place = 0; place < cells.length; place += 1) line += `,${cells[place] ?? ''}`;
    this.#text += `${line}\n`;
    this.#rowCount += 1;
    if (this.#text.length > 1 << 17) this.#send();
  }

  /** Waits until the disk has kept up. */
  async settle(): Promise<void> {
    if (this.#gzip.errored) throw this.#gzip.errored;
    if (this.#gzip.writableNeedDrain) await once(this.#gzip, 'drain');
  }

  /** Ends the file and writes its header. */
  async close(): Promise<void> {
    this.#send();
    if (this.#gzip.errored) throw this.#gzip.errored;
    this.#gzip.end();
    await finished(this.#out);
    const columns = [...this.#places].map(([name, place]) => `${name}:${this.#types[place] ?? 'string[]'}`);
    await writeFile(join(this.#folder, headerFileOf(this.name)), `${[...this.#ends, ...columns].join(',')}\n`);
  }

  #send(): void {
    if (this.#text === '') return;
    this.#gzip.write(this.#text);
    this.#text = '';
  }

  #placeOf(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    this.#places.set(name, this.#types.length);
    this.#types.push(null);
    return this.#types.length - 1;
  }

  #cellOf(name: string, place: number, value: unknown): string {
    if (Array.isArray(value)) {
      const [first] = value;
      if (first === undefined) return ''; // see `list` in values.ts
      this.#requireType(name, place, typeof first === 'number' ? 'long[]' : 'string[]');
      return this.#quoted(value.map((each) => String(each).replaceAll(arrayDelimiter, ' ')).join(arrayDelimiter));
    }
    if (typeof value === 'string') {
      this.#requireType(name, place, 'string');
      return this.#quoted(value);
    }
    if (typeof value === 'boolean') this.#requireType(name, place, 'boolean');
    else if (Number.isSafeInteger(value)) this.#requireType(name, place, 'long');
    else throw this.#unexpected(name, 'a text, a whole number, true or false, or a list', JSON.stringify(value));
    return String(value);
  }

  /** What is in quotes is a text, also where it is empty; what is not there is null. */
  #quoted(text: string): string {
    this.#hasLineEnds ||= text.includes('\n') || text.includes('\r');
    return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : `"${text}"`;
  }

  #requireType(name: string, place: number, type: ColumnType): void {
    const known = this.#types[place];
    if (known === type) return;
    if (known) throw this.#unexpected(name, known, type);
    this.#types[place] = type;
  }

  #unexpected(property: string, expected: string, found: string): StoreError {
    return new StoreError(
      'CSV_VALUE_UNEXPECTED',
      `${this.name}: expected ${property} to be ${expected} in every row, but found ${found}. Report this as a fault of Papergraph.`,
    );
  }
}

/** The file that names the columns of another. */
export function headerFileOf(name: string): string {
  return `${name}-header.csv`;
}

/** The file that has the rows. */
export function dataFileOf(name: string): string {
  return `${name}.csv.gz`;
}
