/** The text of one record of a file, with its number and the line on which it begins, both from 1. */
export interface RecordText {
  readonly text: string;
  readonly number: number;
  readonly line: number;
}

/**
 * Parts a stream of JSON into records: the items of one array, or lines of one record each. Nothing is kept but the record
 * that is being read, so that a file of any size is read in bounded memory.
 */
export interface RecordSplitter {
  /** Records that the next piece of text completes. */
  push(text: string): readonly RecordText[];
  /** The last record, and what is wrong with how the file ends, or null. */
  end(): { readonly records: readonly RecordText[]; readonly defect: string | null };
}

/** No organisation's record comes near this; more means that a bracket or quotation mark was lost. */
const longestRecord = 5_000_000;

/** A splitter for what a file begins with: `[` for an array, else lines. @throws RecordTooLong while it is read */
export function splitterFor(start: string): RecordSplitter {
  return start
    .replace(/^\ufeff/, '')
    .trimStart()
    .startsWith('[')
    ? new ArraySplitter()
    : new LineSplitter();
}

/** A record that does not end. */
export class RecordTooLong extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`expected a record of at most ${longestRecord / 1e6} MB, but the one that begins here does not end`);
    this.line = line;
  }
}

class LineSplitter implements RecordSplitter {
  #rest = '';
  #line = 0;
  #number = 0;

  push(text: string): readonly RecordText[] {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    if (this.#rest.length > longestRecord) throw new RecordTooLong(this.#line + lines.length + 1);
    return lines.flatMap((line) => this.#take(line));
  }

  end() {
    return { records: this.#take(this.#rest), defect: null };
  }

  #take(line: string): readonly RecordText[] {
    this.#line += 1;
    const text = line.replace(/^\ufeff/, '').trim();
    if (text === '') return [];
    this.#number += 1;
    return [{ text, number: this.#number, line: this.#line }];
  }
}

const sign = {
  newline: 10,
  quote: 34,
  comma: 44,
  openArray: 91,
  backslash: 92,
  closeArray: 93,
  openObject: 123,
  closeObject: 125,
} as const;

/** Follows brackets and quotation marks; an item ends at a comma or bracket outside of all of its own. */
class ArraySplitter implements RecordSplitter {
  #item = '';
  #depth = 0;
  #isInText = false;
  #isEscaped = false;
  #line = 1;
  #itemLine = 1;
  #number = 0;
  #isClosed = false;

  push(text: string): readonly RecordText[] {
    const records: RecordText[] = [];
    let start = 0;
    for (let place = 0; place < text.length; place += 1) {
      const code = text.charCodeAt(place);
      if (code === sign.newline) this.#line += 1;
      if (this.#isInText) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (code === sign.backslash) this.#isEscaped = true;
        else if (code === sign.quote) this.#isInText = false;
      } else if (code === sign.quote) this.#isInText = true;
      else if (code === sign.openObject || code === sign.openArray) {
        this.#depth += 1;
        if (this.#depth === 1) start = place + 1;
        if (this.#depth === 2) this.#itemLine = this.#line;
      } else if (code === sign.closeObject || code === sign.closeArray) {
        this.#depth -= 1;
        if (this.#depth === 0) {
          records.push(...this.#take(text.slice(start, place)));
          this.#isClosed = true;
          start = place + 1;
        }
      } else if (code === sign.comma && this.#depth === 1) {
        records.push(...this.#take(text.slice(start, place)));
        start = place + 1;
      }
    }
    if (this.#depth > 0) this.#item += text.slice(start);
    if (this.#item.length > longestRecord) throw new RecordTooLong(this.#itemLine);
    return records;
  }

  end() {
    return {
      records: [],
      defect: this.#isClosed
        ? null
        : `expected "]" at the end of the array, but the file ends within record ${this.#number + 1}`,
    };
  }

  #take(end: string): readonly RecordText[] {
    const text = (this.#item + end).trim();
    this.#item = '';
    if (text === '') return [];
    this.#number += 1;
    return [{ text, number: this.#number, line: this.#itemLine }];
  }
}
