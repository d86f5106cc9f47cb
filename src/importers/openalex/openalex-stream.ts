import type { Described } from '../../model/described.ts';
import type { Position, Problem, ProblemSeverity } from '../../model/problem.ts';
import type { ReadRecords, RecordStream, SourceRecord } from '../../model/source-record.ts';
import { describedBy } from './described-things.ts';
import { Fields, isObject, type Json, shown } from './fields.ts';
import { type JsonText, JsonTextSplitter, type JsonTexts, longestText } from './json-texts.ts';
import { describedByWork, readWork } from './work-record.ts';

/** Whether a file that begins like this holds records of OpenAlex, or of its shape. */
export function looksLikeOpenAlex(start: string): boolean {
  const text = start.replace(/^\ufeff/, '').trimStart();
  if (!/^(?:\[\s*)?\{/.test(text)) return false;
  if (/"id"\s*:\s*"https?:\/\/(?:api\.)?openalex\.org\/(?:[a-z]+\/)?[A-Z]\d+"/i.test(text)) return true;
  return /"(?:authorships|publication_year|primary_location)"\s*:/.test(text) && /"id"\s*:/.test(text);
}

/**
 * Reads records of OpenAlex in any of its files: works, institutions, sources, topics and authors, mixed too; JSON Lines,
 * one array, or result pages of the API. It never throws: a record that cannot be taken as it stands is a problem.
 */
export class OpenAlexStream implements RecordStream {
  readonly #path: string;
  readonly #splitter = new JsonTextSplitter();
  /** Ids that works of the file described. */
  readonly #known = new Set<string>();

  readonly #isDescribing: boolean;

  /**
   * @param path - of the file in its source, with `/`
   * @param options.isDescribing - only what works describe is wanted, and no records of them
   */
  constructor(path: string, { isDescribing = false }: { readonly isDescribing?: boolean } = {}) {
    this.#path = path;
    this.#isDescribing = isDescribing;
  }

  push(text: string): ReadRecords {
    return this.#read(this.#splitter.push(text));
  }

  end(): ReadRecords {
    return this.#read(this.#splitter.end());
  }

  #read({ texts, tooLongLines }: JsonTexts): ReadRecords {
    const reading = new Reading(this.#path, this.#known, this.#isDescribing);
    for (const text of texts) reading.take(text);
    for (const line of tooLongLines) reading.tellTooLong(line);
    return reading;
  }
}

class Reading implements ReadRecords {
  readonly records: SourceRecord[] = [];
  readonly described: Described[] = [];
  readonly problems: Problem[] = [];
  readonly #path: string;
  readonly #known: Set<string>;
  readonly #isDescribing: boolean;

  constructor(path: string, known: Set<string>, isDescribing: boolean) {
    this.#path = path;
    this.#known = known;
    this.#isDescribing = isDescribing;
  }

  take({ text, line }: JsonText): void {
    const position = { path: this.#path, line };
    const value = parsed(text);
    if (typeof value === 'string') {
      this.#tell(
        position,
        'RECORD_UNREADABLE',
        'ERROR',
        `expected a record in JSON, but it does not parse (${value}); it was left out`,
      );
    } else if (Array.isArray(value.results)) {
      for (const [index, each] of value.results.entries()) this.#takeOne(each, position, `result ${index + 1}: `);
    } else this.#takeOne(value, position, '');
    if (text.includes('\ufffd')) {
      const message =
        'the record holds characters that are not UTF-8; they were taken as the sign for unknown characters';
      this.#tell(position, 'RECORD_NOT_UTF8', 'WARNING', message);
    }
  }

  tellTooLong(line: number): void {
    const message = `expected a record of at most ${longestText / 1e6} MB, but the one that begins here is longer; it was left out`;
    this.#tell({ path: this.#path, line }, 'RECORD_TOO_LONG', 'ERROR', message);
  }

  #takeOne(value: unknown, position: Position, where: string): void {
    const defects: string[] = [];
    const taken = isObject(value) ? this.#parts(value, position, defects) : null;
    if (!taken) {
      const message = `${where}expected an object with an "id" and what it is of, but found ${shown(value)}; it was left out`;
      this.#tell(position, 'RECORD_ID_MISSING', 'ERROR', message);
      return;
    }
    const { id, record, described } = taken;
    for (const each of described) this.described.push(each);
    if (record) this.records.push(record);
    if (record?.title === null) {
      this.#tell(position, 'TITLE_MISSING', 'NOTE', `${where}${id} states no title; the rest was taken`);
    }
    for (const defect of new Set(defects)) {
      this.#tell(position, 'RECORD_FIELD_UNREADABLE', 'WARNING', `${where}${id}: ${defect}; the rest was taken`);
    }
  }

  /** Null where it is neither a paper nor a description. */
  #parts(value: Json, position: Position, defects: string[]) {
    const fields = new Fields(value, defects);
    const id = fields.text('id');
    const isWork = looksLikeWork(value);
    if (isWork && this.#isDescribing) {
      return id === null ? null : { id, record: null, described: describedByWork(fields, position, this.#known) };
    }
    const work = isWork ? readWork(fields, position, this.#known) : null;
    const described = work?.described ?? describedBy(fields, position);
    return id === null || (!work && described.length === 0) ? null : { id, record: work?.record ?? null, described };
  }

  #tell(position: Position, code: string, severity: ProblemSeverity, message: string): void {
    this.problems.push({ code, severity, message, suggestion: null, position, related: [] });
  }
}

function looksLikeWork(value: Json): boolean {
  return 'authorships' in value || 'publication_year' in value || 'title' in value;
}

/** The object, or why there is none. */
function parsed(text: string): Json | string {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : 'it is no object';
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 120) : String(error);
  }
}
