import { SaxesParser } from 'saxes';
import type { Problem } from '../../model/problem.ts';
import type { ReadRecords, RecordStream, SourceRecord } from '../../model/source-record.ts';
import { unknownEntity } from '../bibliography/bibliography-problems.ts';
import { badSyntax } from '../data/data-problems.ts';
import { dblpEntities } from './dblp-entities.ts';
import { type DblpElement, type DblpField, dblpRecord, isDblpPaper } from './dblp-record.ts';

/** Whether the beginning of a file looks like DBLP's, or a part of it. */
export function looksLikeDblp(start: string): boolean {
  return /^\uFEFF?\s*<[?!d]/u.test(start) && /<dblp[\s>]/u.test(start);
}

/**
 * Reads DBLP's file piece by piece: papers with the line on which each begins. XML that is broken is one problem of
 * severity ERROR, and nothing behind it is read; the records before it stand. Entities are those of DBLP's DTD alone, which
 * is not looked at, nor is one that a file brings, so that none can grow.
 * https://dblp.org/xml/docu/dblpxml.pdf
 */
export function dblpStream(path: string): RecordStream {
  return new DblpStream(path);
}

/** Far more than a record has: what does not end by then is broken. */
const MAX_LENGTH = 5_000_000;
const MAX_DEPTH = 100;

class DblpStream implements RecordStream {
  readonly #path: string;
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  #records: SourceRecord[] = [];
  #problems: Problem[] = [];
  #isBroken = false;
  #depth = 0;
  /** The line on which the tag that is being read begins. */
  #tagLine = 1;
  #record: (Omit<DblpElement, 'fields'> & { readonly fields: DblpField[] }) | null = null;
  #field: { name: string; text: string; orcid: string; line: number } | null = null;
  /** Characters of the record at work, and of what the parser holds back. */
  #recordLength = 0;
  #heldLength = 0;

  constructor(path: string) {
    this.#path = path;
    const parser = this.#parser;
    parser.ENTITIES = dblpEntities;
    parser.on('error', (error) => this.#onError(error));
    parser.on('opentagstart', () => {
      this.#tagLine = parser.line;
    });
    parser.on('opentag', ({ name, attributes }) => this.#open(name, attributes));
    parser.on('closetag', () => this.#close());
    parser.on('text', (text) => this.#take(text));
    parser.on('cdata', (text) => this.#take(text));
  }

  push(text: string): ReadRecords {
    this.#heldLength += text.length;
    this.#parse(() => {
      this.#parser.write(text);
      // What the parser gave in the meantime it does not hold any more.
      if (this.#heldLength > text.length + MAX_LENGTH) throw new Error('what begins here does not end');
    });
    return this.#read();
  }

  end(): ReadRecords {
    this.#parse(() => this.#parser.close());
    return this.#read();
  }

  #parse(step: () => void): void {
    if (this.#isBroken) return;
    try {
      step();
    } catch (error) {
      this.#isBroken = true;
      this.#record = null;
      const why = error instanceof Error ? error.message.replace(/^\d+:\d+: |\.$/gu, '') : String(error);
      this.#problems.push(
        badSyntax(
          this.#position,
          `the XML is broken here: ${why}; nothing from here on was read`,
          'Get the file again, or mend the line.',
        ),
      );
    }
  }

  get #position() {
    return { path: this.#path, line: this.#parser.line };
  }

  #read(): ReadRecords {
    const read = { records: this.#records, problems: this.#problems };
    this.#records = [];
    this.#problems = [];
    return read;
  }

  /** An entity can be left as it is; with anything else nobody knows what the rest means. */
  #onError(error: Error): void {
    if (!/undefined entity/u.test(error.message)) throw error;
    this.#problems.push(unknownEntity(this.#position));
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#heldLength = 0;
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new Error(`elements nest over ${MAX_DEPTH} levels deep`);
    const line = this.#tagLine;
    if (this.#depth === 1 && name !== 'dblp') throw new Error(`expected <dblp>, found <${name}>`);
    if (this.#depth === 2) {
      const { key = '', publtype = '' } = attributes;
      this.#recordLength = 0;
      this.#record = isDblpPaper(name) ? { kind: name, key, publtype, line, fields: [] } : null;
    } else if (this.#depth === 3) this.#field = { name, text: '', orcid: attributes.orcid ?? '', line };
  }

  #close(): void {
    this.#heldLength = 0;
    if (this.#depth === 3 && this.#field) {
      this.#record?.fields.push(this.#field);
      this.#field = null;
    } else if (this.#depth === 2 && this.#record) {
      const { record, problems } = dblpRecord(this.#record, this.#path);
      if (record) this.#records.push(record);
      this.#problems.push(...problems);
      this.#record = null;
    }
    this.#depth -= 1;
  }

  /** Text of a field, that of elements within it too: `<title>H<sub>2</sub>O</title>`. */
  #take(text: string): void {
    this.#heldLength = 0;
    if (!this.#field || !this.#record) return;
    this.#recordLength += text.length;
    if (this.#recordLength > MAX_LENGTH) throw new Error('the record does not end');
    this.#field.text += text;
  }
}
