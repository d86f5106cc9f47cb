import { lineCounter } from './line-counter.ts';

/** Where something begins outside of items; a percent sign hides the rest of its line. */
const START = /%[^\n]*|(?<![\w.])@[ \t]*([a-z][\w-]*)\s*([{(])/giu;
const START_OF_LINE = /^[ \t]*@[ \t]*[a-z][\w-]*\s*[{(]/gimu;
/** A line that begins an item, within a value: the value was never closed. */
const NEXT_ITEM = /[ \t]*@[a-z]+\s*[{(][^\s{}(),="]*\s*,/iuy;
const SPACE = /\s*/uy;
const SPACE_AND_COMMAS = /[\s,]*/uy;

/** A place in a BibTeX file that moves on, and what is looked for from there. */
export class BibtexCursor {
  readonly #text: string;
  readonly #lineOf: (place: number) => number;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#lineOf = lineCounter(text);
  }

  get at(): number {
    return this.#at;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** The line of this place. */
  get line(): number {
    return this.#lineOf(this.#at);
  }

  /** The sign at this place; undefined at the end. */
  sign(): string | undefined {
    return this.#text[this.#at];
  }

  /** What stands at this place, for a message. */
  get shown(): string {
    return this.#text.slice(this.#at, this.#at + 20);
  }

  moveTo(place: number): void {
    this.#at = place;
  }

  /** Moves into the next item; null where there is none. */
  enterNext(): { readonly type: string; readonly close: ')' | '}'; readonly line: number } | null {
    START.lastIndex = this.#at;
    for (let found = START.exec(this.#text); found; found = START.exec(this.#text)) {
      const [, type, open] = found;
      if (type === undefined) continue;
      this.#at = START.lastIndex;
      return { type: type.toLowerCase(), close: open === '(' ? ')' : '}', line: this.#lineOf(found.index) };
    }
    return null;
  }

  /** Moves to the next line that begins an item, or to the end. */
  moveToNextItem(): void {
    START_OF_LINE.lastIndex = this.#at;
    this.#at = START_OF_LINE.exec(this.#text)?.index ?? this.#text.length;
  }

  /** Skips space, and what a percent sign hides. */
  skipSpace({ withCommas = false } = {}): void {
    const space = withCommas ? SPACE_AND_COMMAS : SPACE;
    this.match(space);
    while (this.sign() === '%') {
      this.moveToEndOfLine();
      this.match(space);
    }
  }

  moveToEndOfLine(): void {
    const end = this.#text.indexOf('\n', this.#at);
    this.#at = end === -1 ? this.#text.length : end;
  }

  /** Moves behind what a sticky pattern finds here, and returns it; "" where it finds nothing. */
  match(what: RegExp): string {
    what.lastIndex = this.#at;
    const [found = ''] = what.exec(this.#text) ?? [];
    this.#at += found.length;
    return found;
  }

  isAt(what: RegExp): boolean {
    what.lastIndex = this.#at;
    return what.test(this.#text);
  }

  /**
   * Moves behind the brace that closes the one at this place, and returns what is between them; null, without moving, where
   * there is none. Backslashes protect no brace.
   * @param isItemEnd - a line that begins an item ends the search
   */
  takeBraces({ isItemEnd }: { readonly isItemEnd: boolean }): string | null {
    const signs = /[{}\n]/gu;
    signs.lastIndex = this.#at;
    let depth = 0;
    for (let found = signs.exec(this.#text); found; found = signs.exec(this.#text)) {
      if (found[0] === '{') depth += 1;
      else if (found[0] === '}') {
        depth -= 1;
        if (depth === 0) return this.#takeTo(found.index);
      } else if (isItemEnd && this.#isNextItemAt(found.index + 1)) return null;
    }
    return null;
  }

  /** The same for quotation marks; those within braces or behind a backslash are text. */
  takeQuotes(): string | null {
    const signs = /[{}"\n]|\\"/gu;
    signs.lastIndex = this.#at + 1;
    let depth = 0;
    for (let found = signs.exec(this.#text); found; found = signs.exec(this.#text)) {
      if (found[0] === '{') depth += 1;
      else if (found[0] === '}') depth -= 1;
      else if (found[0] === '"' && depth <= 0) return this.#takeTo(found.index);
      else if (found[0] === '\n' && this.#isNextItemAt(found.index + 1)) return null;
    }
    return null;
  }

  #takeTo(end: number): string {
    const taken = this.#text.slice(this.#at + 1, end);
    this.#at = end + 1;
    return taken;
  }

  #isNextItemAt(place: number): boolean {
    NEXT_ITEM.lastIndex = place;
    return NEXT_ITEM.test(this.#text);
  }
}
