import { duplicateKey } from '../data/data-problems.ts';
import { quote } from '../data/value.ts';
import { defect, undefinedString } from './bibliography-problems.ts';
import { lineCounter } from './line-counter.ts';
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

/** Where something begins outside of items; a percent sign hides the rest of its line. */
const START = /%[^\n]*|(?<![\w.])@[ \t]*([a-z][\w-]*)\s*([{(])/giu;
const START_OF_LINE = /^[ \t]*@[ \t]*[a-z][\w-]*\s*[{(]/gimu;
/** A line that begins an item, within a value: the value was never closed. */
const NEXT_ITEM = /[ \t]*@[a-z]+\s*[{(][^\s{}(),="]*\s*,/iuy;
const SPACE = /\s*/uy;
const SPACE_AND_COMMAS = /[\s,]*/uy;
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
  readonly #text: string;
  readonly #path: string;
  readonly #problems: BibliographyPlace['problems'];
  readonly #lineOf: (place: number) => number;
  readonly #strings = new Map<string, string>();
  readonly #items: BibtexItem[] = [];
  readonly #comments: string[] = [];
  #preamble = '';
  #at = 0;
  #repeated = 0;
  #isCommentOpen = false;

  constructor(text: string, { path, problems }: BibliographyPlace) {
    this.#text = text;
    this.#path = path;
    this.#problems = problems;
    this.#lineOf = lineCounter(text);
  }

  read(): BibtexFile {
    const start = new RegExp(START);
    for (;;) {
      start.lastIndex = this.#at;
      const found = start.exec(this.#text);
      if (!found) break;
      this.#at = start.lastIndex;
      if (found[1] !== undefined) this.#readBlock(found[1].toLowerCase(), found[2] === '(' ? ')' : '}', found.index);
    }
    return { items: this.#items, comments: this.#comments, preamble: this.#preamble };
  }

  #readBlock(type: string, close: string, start: number): void {
    if (type === 'comment') this.#readComment(close);
    else if (type === 'preamble') this.#preamble += this.#value('the preamble') ?? this.#recover();
    else if (type === 'string') this.#readString(close);
    else this.#readItem(type, close, this.#lineOf(start));
  }

  #readComment(close: string): void {
    const begin = this.#at;
    // Once one is found to be open to the end of the file, none is looked for the end of: each would read the whole file.
    const end = close === '}' && !this.#isCommentOpen ? this.#endOfBraces(begin, { isItemEnd: false }) : -1;
    if (end === -1) {
      this.#isCommentOpen ||= close === '}';
      this.#at = this.#endOfLine(begin);
    } else {
      this.#comments.push(this.#text.slice(begin, end));
      this.#at = end + 1;
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
    if (!this.#readFields(fields, close)) this.#recover();
    if (fields.size > 0) this.#items.push({ type, key, line, fields });
  }

  #readKey(): string {
    this.#skip(SPACE);
    const begin = this.#at;
    const key = this.#match(KEY);
    // `@misc{title = {…}}` has none.
    if (this.#text[this.#at] !== '=') return key.trim().replace(/\)$/u, '');
    this.#at = begin;
    return '';
  }

  /** Reads fields up to the end of the item; false where a defect keeps from that. */
  #readFields(fields: Map<string, BibtexField>, close: string): boolean {
    for (;;) {
      this.#skip(SPACE_AND_COMMAS);
      if (this.#text[this.#at] === close) {
        this.#at += 1;
        if (!this.#hasMoreFields()) return true;
        continue;
      }
      const begin = this.#at;
      const name = this.#match(NAME);
      if (name === '') return this.#fail(`expected the name of a field or ${quote(close)}`);
      this.#skip(SPACE);
      if (this.#text[this.#at] !== '=') return this.#fail(`expected "=" behind the field ${quote(name)}`);
      this.#at += 1;
      const value = this.#value(name);
      if (value === null) return false;
      this.#add(fields, name.toLowerCase(), { value, line: this.#lineOf(begin) });
      this.#skip(SPACE);
      const next = this.#text[this.#at];
      if (next === ',' || next === close) continue;
      if (!this.#isAt(NAME_AND_SIGN)) return this.#fail(`expected a comma or ${quote(close)} behind ${quote(name)}`);
      this.#tell(`expected a comma behind the field ${quote(name)}, found none`, 'Part fields with commas.');
    }
  }

  /** A brace too many ends an item before its fields; nobody else writes fields behind an item. */
  #hasMoreFields(): boolean {
    if (!this.#isAt(MORE_FIELDS)) return false;
    this.#tell(
      'a closing brace too many ends the item before its other fields; these were read too',
      'Remove the closing brace.',
    );
    return true;
  }

  #add(fields: Map<string, BibtexField>, name: string, field: BibtexField): void {
    if (!fields.has(name)) fields.set(name, field);
    else if (fields.get(name)?.value !== field.value) {
      this.#problems.add(duplicateKey({ path: this.#path, line: field.line }, name));
    }
  }

  /** Pieces with `#` between; null where a defect keeps from reading one. */
  #value(name: string): string | null {
    let value = '';
    for (;;) {
      this.#skip(SPACE);
      const piece = this.#piece(name);
      if (piece === null) return null;
      value += piece;
      if (value.length > MAX_VALUE) return this.#failAt(`the value of ${quote(name)} is longer than a field can be`);
      this.#skip(SPACE);
      if (this.#text[this.#at] !== '#') return value;
      this.#at += 1;
    }
  }

  #piece(name: string): string | null {
    const sign = this.#text[this.#at];
    if (sign === '{') return this.#delimited(name, this.#endOfBraces(this.#at + 1, { isItemEnd: true }));
    if (sign === '"') return this.#delimited(name, this.#endOfQuotes(this.#at + 1));
    const bare = this.#match(BARE);
    if (bare === '') return this.#failAt(`expected a value for ${quote(name)}`);
    if (/^\d/u.test(bare)) return bare;
    return this.#defined(bare);
  }

  #delimited(name: string, end: number): string | null {
    const begin = this.#at;
    if (end === -1)
      return this.#failAt(`what opens the value of ${quote(name)} here is not closed before the next item`);
    this.#at = end + 1;
    return this.#text.slice(begin + 1, end);
  }

  #defined(name: string): string | null {
    const value = this.#strings.get(name.toLowerCase());
    if (value === undefined) {
      const line = this.#lineOf(this.#at);
      if (!MONTHS.has(name.toLowerCase())) this.#problems.add(undefinedString({ path: this.#path, line }, name));
      return name;
    }
    this.#repeated += value.length;
    return this.#repeated > MAX_REPEATED ? this.#failAt('abbreviations stand for more text than is read') : value;
  }

  /** The place of the brace that closes one which stands before a place; -1 where there is none. Backslashes protect no brace. */
  #endOfBraces(from: number, { isItemEnd }: { readonly isItemEnd: boolean }): number {
    const signs = /[{}\n]/gu;
    signs.lastIndex = from;
    let depth = 1;
    for (let found = signs.exec(this.#text); found; found = signs.exec(this.#text)) {
      if (found[0] === '{') depth += 1;
      else if (found[0] === '}') {
        depth -= 1;
        if (depth === 0) return found.index;
      } else if (isItemEnd && this.#isNextItemAt(found.index + 1)) return -1;
    }
    return -1;
  }

  #endOfQuotes(from: number): number {
    const signs = /[{}"\n]|\\"/gu;
    signs.lastIndex = from;
    let depth = 0;
    for (let found = signs.exec(this.#text); found; found = signs.exec(this.#text)) {
      if (found[0] === '{') depth += 1;
      else if (found[0] === '}') depth -= 1;
      else if (found[0] === '"' && depth <= 0) return found.index;
      else if (found[0] === '\n' && this.#isNextItemAt(found.index + 1)) return -1;
    }
    return -1;
  }

  #isNextItemAt(place: number): boolean {
    NEXT_ITEM.lastIndex = place;
    return NEXT_ITEM.test(this.#text);
  }

  /** Skips space, and what a percent sign hides. */
  #skip(space: RegExp): void {
    this.#match(space);
    while (this.#text[this.#at] === '%') {
      this.#at = this.#endOfLine(this.#at);
      this.#match(space);
    }
  }

  #match(what: RegExp): string {
    what.lastIndex = this.#at;
    const [found = ''] = what.exec(this.#text) ?? [];
    this.#at += found.length;
    return found;
  }

  #isAt(what: RegExp): boolean {
    what.lastIndex = this.#at;
    return what.test(this.#text);
  }

  #endOfLine(from: number): number {
    const end = this.#text.indexOf('\n', from);
    return end === -1 ? this.#text.length : end;
  }

  #fail(message: string): false {
    const found =
      this.#at < this.#text.length ? quote(this.#text.slice(this.#at, this.#at + 20)) : 'the end of the file';
    this.#failAt(`${message}, found ${found}`);
    return false;
  }

  #failAt(message: string): null {
    this.#tell(`${message}; what stands from here to the next item was not read`, 'Mend the line.');
    return null;
  }

  #tell(message: string, suggestion: string): void {
    this.#problems.add(defect({ path: this.#path, line: this.#lineOf(this.#at) }, message, suggestion));
  }

  /** Goes on with the next item. */
  #recover(): '' {
    START_OF_LINE.lastIndex = this.#at;
    this.#at = START_OF_LINE.exec(this.#text)?.index ?? this.#text.length;
    return '';
  }
}
