/** An object of a record as JSON gives it. */
export type Json = Readonly<Record<string, unknown>>;

/** Reads fields of one record as what they should be; what is something else is noted, and read as absent. */
export class Fields {
  readonly #defects: string[];
  readonly #json: Json;
  readonly #path: string;

  constructor(json: Json, defects: string[], path = '') {
    this.#json = json;
    this.#defects = defects;
    this.#path = path;
  }

  /** Text without white space around it; null where there is none or nothing in it. */
  text(name: string): string | null {
    const value = this.#json[name];
    if (value === null || value === undefined) return null;
    if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
    if (typeof value === 'number') return String(value);
    return this.#reject(name, 'a text', value);
  }

  /** A whole number, also one that stands in quotes. */
  int(name: string): number | null {
    const value = this.#json[name];
    if (value === null || value === undefined) return null;
    const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value.trim()) ? Number(value) : value;
    if (typeof number === 'number' && Number.isSafeInteger(number)) return number;
    return this.#reject(name, 'a whole number', value);
  }

  flag(name: string): boolean {
    return this.#json[name] === true;
  }

  /** The fields of an object within the record; null where there is none. */
  object(name: string): Fields | null {
    const value = this.#json[name];
    if (value === null || value === undefined) return null;
    if (isObject(value)) return new Fields(value, this.#defects, `${this.#path}${name}.`);
    return this.#reject(name, 'an object', value);
  }

  /** The objects of a list; items that are none are noted and left out. */
  objects(name: string): readonly Fields[] {
    return this.#list(name).flatMap((value, index) => {
      if (isObject(value)) return [new Fields(value, this.#defects, `${this.#path}${name}[${index}].`)];
      this.#reject(`${name}[${index}]`, 'an object', value);
      return [];
    });
  }

  /** The texts of a list; items that are none are noted and left out. */
  texts(name: string): readonly string[] {
    return this.#list(name).flatMap((value, index) => {
      if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
      this.#reject(`${name}[${index}]`, 'a text', value);
      return [];
    });
  }

  /** An object whatever its fields are called, such as an inverted index. */
  entries(name: string): readonly (readonly [string, unknown])[] {
    const value = this.#json[name];
    if (value === null || value === undefined) return [];
    if (isObject(value)) return Object.entries(value);
    this.#reject(name, 'an object', value);
    return [];
  }

  has(name: string): boolean {
    return this.#json[name] !== undefined;
  }

  #list(name: string): readonly unknown[] {
    const value = this.#json[name];
    if (value === null || value === undefined) return [];
    if (Array.isArray(value)) return value;
    this.#reject(name, 'a list', value);
    return [];
  }

  #reject(name: string, expected: string, value: unknown): null {
    this.#defects.push(`${this.#path}${name}: expected ${expected}, but found ${shown(value)}`);
    return null;
  }
}

/** The beginning of a value as JSON writes it. */
export function shown(value: unknown): string {
  try {
    const text = JSON.stringify(value) ?? typeof value;
    return text.length > 60 ? `${text.slice(0, 60)}…` : text;
  } catch {
    // What was read without a call for each level is written with one.
    return 'a value that is nested too deeply to be shown';
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
