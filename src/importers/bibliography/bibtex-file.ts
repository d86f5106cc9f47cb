import { duplicateKey } from '../data/data-problems.ts';
import { quote } from '../data/value.ts';
import { defect, undefinedString } from './bibliography-problems.ts';
import { BibtexCursor } from './bibtex-cursor.ts';
import type { BibliographyPlace } from './read-bibliography.ts';

/**
 * The structure of a BibTeX file: items of fields, abbreviations, comments. What LaTeX a field holds is read elsewhere.
 * http://mirrors.ctan.org/biblio/bibtex/base/btxdoc.pdf · http://mirrors.ctan.org/macros/latex/contrib/biblatex/doc/biblatex.pdf
 */

export interface BibtexField {
  /** As written, without the outer braces or quotation marks, abbreviations put in. */
  readonly value: string;
  readonly line: number;
}

/** `@article{key, title = {…}}`, and the like. */
export interface BibtexItem {
  /** Lower case. */
  readonly type: string;
  /** "" where it has none. */
  readonly key: string;
  readonly line: number;
  /** By names in lower case; of two fields of one name the first. */
  readonly fields: ReadonlyMap<string, BibtexField>;
}

export interface BibtexFile {
  /** In the order of lines. Of one with a defect, what stands before the defect. */
  readonly items: readonly BibtexItem[];
  /** What stands in the braces of each `@comment`. */
  readonly comments: readonly string[];
  /** What all `@preamble` give to LaTeX. */
  readonly preamble: string;
}

/** Takes a file apart. @param text - with line ends of one character */
export function readBibtexFile(text: string, place: BibliographyPlace): BibtexFile {
  return new BibtexScanner(text, place).read();
}

const KEY = /[^,\n{}=]*/uy;
const NAME = /[^\s=,{}()"#%@\\]+/uy;
const NAME_AND_SIGN = /[^\s=,{}()"#%@\\]+\s*=/uy;
const BARE = /[^\s,{}()"#=%]+/uy;
const MORE_FIELDS = /\s*,\s*[a-z][\w+:.-]*\s*=\s*[{"\d]/iuy;

const MONTHS = new Set('jan feb mar apr may jun jul aug sep oct nov dec'.split(' '));

/** Far more than titles and abstracts have, far less than abbreviations of abbreviations can grow to. */
const MAX_VALUE = 1_000_000;
const MAX_REPEATED = 50_000_000;

class BibtexScanner {
  readonly #cursor: BibtexCursor;
  readonly #place: BibliographyPlace;
  readonly #strings = new Map<string, string>();
  readonly #items: BibtexItem[] = [];
  readonly #comments: string[] = [];
  #preamble = '';
  #repeated = 0;
  #isCommentOpen = false;

  constructor(text: string, place: BibliographyPlace) {
    this.#cursor = new BibtexCursor(text);
    this.#place = place;
  }

  read(): BibtexFile {
    for (let found = this.#cursor.enterNext(); found; found = this.#cursor.enterNext()) {
      const { type, close, line } = found;
      if (type === 'comment') this.#readComment(close);
      else if (type === 'preamble') this.#preamble += this.#value('the preamble') ?? this.#recover();
      else if (type === 'string') this.#readString(close);
      else this.#readItem(type, close, line);
    }
    return { items: this.#items, comments: this.#comments, preamble: this.#preamble };
  }

  #readComment(close: string): void {
    const cursor = this.#cursor;
    cursor.moveTo(cursor.at - 1);
    // Once one is found to be open to the end of the file, none is looked for the end of: each would read the whole file.
    const comment = close === '}' && !this.#isCommentOpen ? cursor.takeBraces({ isItemEnd: false }) : null;
    if (comment !== null) this.#comments.push(comment);
    else {
      this.#isCommentOpen ||= close === '}';
      cursor.moveToEndOfLine();
    }
  }

  #readString(close: string): void {
    const fields = new Map<string, BibtexField>();
    if (!this.#readFields(fields, close)) this.#recover();
    for (const [name, { value }] of fields) this.#strings.set(name, value);
  }

  #readItem(type: string, close: string, line: number): void {
    const key = this.#readKey();
    const fields = new Map<string, BibtexField>();
    const isWhole = this.#readFields(fields, close);
    if (!isWhole) this.#recover();
    if (isWhole || fields.size > 0) this.#items.push({ type, key, line, fields });
  }

  #readKey(): string {
    this.#cursor.skipSpace();
    const begin = this.#cursor.at;
    const key = this.#cursor.match(KEY);
    // `@misc{title = {…}}` has none.
    if (this.#cursor.sign() !== '=') return key.trim().replace(/\)$/u, '');
    this.#cursor.moveTo(begin);
    return '';
  }

  /** Reads fields up to the end of the item; false where a defect keeps from that. */
  #readFields(fields: Map<string, BibtexField>, close: string): boolean {
    const cursor = this.#cursor;
    for (;;) {
      cursor.skipSpace({ withCommas: true });
      if (cursor.sign() === close) {
        cursor.moveTo(cursor.at + 1);
        if (!this.#hasMoreFields()) return true;
        continue;
      }
      const { line } = cursor;
      const name = cursor.match(NAME);
      if (name === '') return this.#fail(`expected the name of a field or ${quote(close)}`);
      cursor.skipSpace();
      if (cursor.sign() !== '=') return this.#fail(`expected "=" behind the field ${quote(name)}`);
      cursor.moveTo(cursor.at + 1);
      const value = this.#value(name);
      if (value === null) return false;
      this.#add(fields, name.toLowerCase(), { value, line });
      cursor.skipSpace();
      if (cursor.sign() === ',' || cursor.sign() === close) continue;
      if (!cursor.isAt(NAME_AND_SIGN)) return this.#fail(`expected a comma or ${quote(close)} behind ${quote(name)}`);
      this.#tell(`expected a comma behind the field ${quote(name)}, found none`, 'Part fields with commas.');
    }
  }

  /** A brace too many ends an item before its fields; nobody else writes fields behind an item. */
  #hasMoreFields(): boolean {
    if (!this.#cursor.isAt(MORE_FIELDS)) return false;
    this.#tell(
      'a closing brace too many ends the item before its other fields; these were read too',
      'Remove the closing brace.',
    );
    return true;
  }

  #add(fields: Map<string, BibtexField>, name: string, field: BibtexField): void {
    const { path, problems } = this.#place;
    if (!fields.has(name)) fields.set(name, field);
    else if (fields.get(name)?.value !== field.value) problems.add(duplicateKey({ path, line: field.line }, name));
  }

  /** Pieces with `#` between; null where a defect keeps from reading one. */
  #value(name: string): string | null {
    const cursor = this.#cursor;
    let value = '';
    for (;;) {
      cursor.skipSpace();
      const piece = this.#piece(name);
      if (piece === null) return null;
      value += piece;
      if (value.length > MAX_VALUE) return this.#failAt(`the value of ${quote(name)} is longer than a field can be`);
      cursor.skipSpace();
      if (cursor.sign() !== '#') return value;
      cursor.moveTo(cursor.at + 1);
    }
  }

  #piece(name: string): string | null {
    const cursor = this.#cursor;
    const unclosed = `what opens the value of ${quote(name)} here is not closed before the next item`;
    if (cursor.sign() === '{') return cursor.takeBraces({ isItemEnd: true }) ?? this.#failAt(unclosed);
    if (cursor.sign() === '"') return cursor.takeQuotes() ?? this.#failAt(unclosed);
    const bare = cursor.match(BARE);
    if (bare === '') return this.#failAt(`expected a value for ${quote(name)}`);
    return /^\d/u.test(bare) ? bare : this.#defined(bare);
  }

  #defined(name: string): string | null {
    const value = this.#strings.get(name.toLowerCase());
    if (value === undefined) {
      const { path, problems } = this.#place;
      if (!MONTHS.has(name.toLowerCase())) problems.add(undefinedString({ path, line: this.#cursor.line }, name));
      return name;
    }
    this.#repeated += value.length;
    return this.#repeated > MAX_REPEATED ? this.#failAt('abbreviations stand for more text than is read') : value;
  }

  #fail(message: string): false {
    const found = this.#cursor.isAtEnd ? 'the end of the file' : quote(this.#cursor.shown);
    this.#failAt(`${message}, found ${found}`);
    return false;
  }

  #failAt(message: string): null {
    this.#tell(`${message}; what stands from here to the next item was not read`, 'Mend the line.');
    return null;
  }

  #tell(message: string, suggestion: string): void {
    const { path, problems } = this.#place;
    problems.add(defect({ path, line: this.#cursor.line }, message, suggestion));
  }

  /** Goes on with the next item. */
  #recover(): '' {
    this.#cursor.moveToNextItem();
    return '';
  }
}
