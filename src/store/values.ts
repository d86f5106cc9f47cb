import { StoreError } from '../model/errors.ts';

/** What a parameter or a column may hold on both engines. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value };
/** A row as an engine gives it; a query's codecs check it. */
export type Row = Readonly<Record<string, unknown>>;

/** Checks that an unknown value is what a query's contract says, and gives it that type. Throws a TypeError-like message, no position. */
export interface Codec<T> {
  readonly name: string;
  readonly read: (value: unknown) => T;
}

type Typed<C> = C extends Codec<infer T> ? T : never;
export type Shape = Readonly<Record<string, Codec<unknown>>>;
export type TypedShape<S extends Shape> = { readonly [Name in keyof S]: Typed<S[Name]> };

class Mismatch extends Error {}

function codec<T>(name: string, accepts: (value: unknown) => value is T): Codec<T> {
  return {
    name,
    read: (value) => {
      if (accepts(value)) return value;
      throw new Mismatch(`expected ${name}, but got ${describe(value)}`);
    },
  };
}

export const text = codec('text', (value): value is string => typeof value === 'string');
export const int = codec('an integer', (value): value is number => Number.isSafeInteger(value));
export const float = codec('a number', (value): value is number => typeof value === 'number' && Number.isFinite(value));
export const flag = codec('true or false', (value): value is boolean => typeof value === 'boolean');
/** Any value: for a list whose items are read one by one later. */
export const anything: Codec<unknown> = { name: 'anything', read: (value) => value };

export function optional<T>({ name, read }: Codec<T>): Codec<T | null> {
  return {
    name: `${name} or null`,
    read: (value) => (value === null || value === undefined ? null : read(value)),
  };
}

/** A list of nothing may be no property: Neo4j's bulk import leaves it out. */
export function list<T>(item: Codec<T>): Codec<readonly T[]> {
  return {
    name: `a list of ${item.name}`,
    read: (value) => {
      if (value === null) return [];
      if (!Array.isArray(value)) throw new Mismatch(`expected a list of ${item.name}, but got ${describe(value)}`);
      return value.map((each) => item.read(each));
    },
  };
}

/** One of a fixed set of words. */
export function word<const W extends string>(...words: readonly W[]): Codec<W> {
  const known = new Set<string>(words);
  return codec(`one of ${words.join(', ')}`, (value): value is W => typeof value === 'string' && known.has(value));
}

export function record<S extends Shape>(shape: S): Codec<TypedShape<S>> {
  return {
    name: `a record of ${Object.keys(shape).join(', ')}`,
    read: (value) => {
      if (!isObject(value)) throw new Mismatch(`expected a record, but got ${describe(value)}`);
      return readShape(value, shape, 'a record');
    },
  };
}

/**
 * Reads every column or parameter of a shape.
 * @param where - begins the error's message, such as `cypher/paper/by-key.cypher`
 * @throws StoreError ROW_MISMATCH naming the column, what was expected and what was found
 */
export function readShape<S extends Shape>(value: object, shape: S, where: string): TypedShape<S> {
  // An import reads some million rows, so nothing is made for each but the result.
  const source = value as Readonly<Record<string, unknown>>;
  const result: Record<string, unknown> = {};
  for (const name in shape) {
    try {
      result[name] = shape[name]?.read(source[name]);
    } catch (error) {
      if (!(error instanceof Mismatch)) throw error;
      throw new StoreError('ROW_MISMATCH', `${where}: ${name}: ${error.message}.`);
    }
  }
  // Every name of the shape was read by its own codec above.
  return result as TypedShape<S>;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing of that name';
  const shown = JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part)) ?? typeof value;
  return shown.length > 80 ? `${shown.slice(0, 80)}…` : shown;
}
