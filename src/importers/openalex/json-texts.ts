/** The text of one record and the line on which it begins, from 1. */
export interface JsonText {
  readonly text: string;
  readonly line: number;
}

/** What a piece of a file gives: texts of records, and lines on which a record began that was too long to be read. */
export interface JsonTexts {
  readonly texts: readonly JsonText[];
  readonly tooLongLines: readonly number[];
}

/** Longer records are skipped to their end: nothing that a data set says of one work comes near this. */
export const longestText = 20_000_000;

/**
 * Parts a stream of text into records of JSON: lines of one value each where the first line is a value of its own, else
 * objects that may span lines (a result page of the API, one array). No more than one record is kept.
 */
export class JsonTextSplitter {
  #splitter: Splitter | null = null;
  #start = '';

  push(piece: string): JsonTexts {
    if (this.#splitter) return this.#splitter.push(piece);
    this.#start += piece;
    const end = this.#start.indexOf('\n');
    if (end === -1 && this.#start.length < longestText) return nothing;
    return this.#begin();
  }

  end(): JsonTexts {
    const begun = this.#splitter ? nothing : this.#begin();
    const ended = this.#splitter?.end() ?? nothing;
    return { texts: [...begun.texts, ...ended.texts], tooLongLines: [...begun.tooLongLines, ...ended.tooLongLines] };
  }

  #begin(): JsonTexts {
    const text = this.#start.replace(/^\ufeff/, '');
    this.#start = '';
    const [first = ''] = text.split('\n', 1);
    this.#splitter = isWhole(first) ? new LineSplitter() : new ValueSplitter();
    return this.#splitter.push(text);
  }
}

interface Splitter {
  push(piece: string): JsonTexts;
  end(): JsonTexts;
}

const nothing: JsonTexts = { texts: [], tooLongLines: [] };

function isWhole(line: string): boolean {
  if (!line.trim().startsWith('{')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    // A first record that is damaged: an object that spans lines has hardly more than a bracket on its first.
    return line.trim().length > 40;
  }
}

class LineSplitter implements Splitter {
  #rest = '';
  #line = 0;
  #isSkipping = false;

  push(piece: string): JsonTexts {
    const lines = (this.#rest + piece).split('\n');
    this.#rest = lines.pop() ?? '';
    const texts: JsonText[] = [];
    const tooLongLines: number[] = [];
    for (const line of lines) {
      this.#line += 1;
      if (this.#isSkipping) this.#isSkipping = false;
      else if (line.length > longestText) tooLongLines.push(this.#line);
      else if (line.trim() !== '') texts.push({ text: line, line: this.#line });
    }
    // What is skipped is not gathered.
    if (this.#isSkipping || this.#rest.length > longestText) {
      if (!this.#isSkipping) tooLongLines.push(this.#line + 1);
      this.#isSkipping = true;
      this.#rest = '';
    }
    return { texts, tooLongLines };
  }

  end(): JsonTexts {
    return this.#isSkipping || this.#rest.trim() === ''
      ? nothing
      : { texts: [{ text: this.#rest, line: this.#line + 1 }], tooLongLines: [] };
  }
}

const sign = {
  newline: 10,
  quote: 34,
  openArray: 91,
  backslash: 92,
  closeArray: 93,
  openObject: 123,
  closeObject: 125,
};

/** Follows brackets and quotation marks. A record is an object that stands alone or in one array. */
class ValueSplitter implements Splitter {
  #parts: string[] = [];
  #length = 0;
  #depth = 0;
  #isInText = false;
  #isEscaped = false;
  #line = 1;
  #recordLine = 1;

  push(piece: string): JsonTexts {
    const texts: JsonText[] = [];
    const tooLongLines: number[] = [];
    let start = 0;
    for (let place = 0; place < piece.length; place += 1) {
      const code = piece.charCodeAt(place);
      if (code === sign.newline) this.#line += 1;
      if (this.#isInText) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (code === sign.backslash) this.#isEscaped = true;
        else if (code === sign.quote) this.#isInText = false;
      } else if (code === sign.quote) this.#isInText = true;
      else if (code === sign.openObject || (code === sign.openArray && this.#depth > 0)) {
        if (this.#depth === 0) {
          start = place;
          this.#recordLine = this.#line;
        }
        this.#depth += 1;
      } else if ((code === sign.closeObject || code === sign.closeArray) && this.#depth > 0) {
        this.#depth -= 1;
        if (this.#depth > 0) continue;
        const text = this.#take(piece.slice(start, place + 1));
        if (text === null) tooLongLines.push(this.#recordLine);
        else texts.push({ text, line: this.#recordLine });
        start = place + 1;
      }
    }
    if (this.#depth > 0) this.#keep(piece.slice(start));
    return { texts, tooLongLines };
  }

  end(): JsonTexts {
    if (this.#depth === 0) return nothing;
    const text = this.#take('');
    if (text === null) return { texts: [], tooLongLines: [this.#recordLine] };
    return { texts: [{ text, line: this.#recordLine }], tooLongLines: [] };
  }

  #keep(text: string): void {
    this.#length += text.length;
    if (this.#length > longestText) this.#parts = [];
    else this.#parts.push(text);
  }

  /** Null where the record was too long to be kept. */
  #take(last: string): string | null {
    this.#keep(last);
    const text = this.#length > longestText ? null : this.#parts.join('');
    this.#parts = [];
    this.#length = 0;
    return text;
  }
}
