/**
 * A value of a list kept as data, whatever the format: numbers, dates and booleans are texts as written, so that no
 * format's own types change them. What states nothing (null, an empty cell) is left out and has no value.
 */
export type Value = TextValue | ListValue | ObjectValue;

export interface TextValue {
  readonly kind: 'text';
  readonly text: string;
  /** The line of the file on which the value begins, from 1. */
  readonly line: number;
}

export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly Value[];
  readonly line: number;
}

/** Entries in the order written. A map, so that no key means anything to the language (`__proto__`). */
export interface ObjectValue {
  readonly kind: 'object';
  readonly entries: ReadonlyMap<string, Value>;
  readonly line: number;
}

/** Deeper than this no list nests, and a value that does is refused. */
export const MAX_DEPTH = 100;

/** What a message calls a value: `the text "OSDI"`, `a list of 3 texts`, `an object with the keys a, b`. */
export function describe(value: Value | null): string {
  if (value === null) return 'nothing';
  if (value.kind === 'text') return `the text ${quote(value.text)}`;
  if (value.kind === 'object') {
    return value.entries.size === 0
      ? 'an empty object'
      : `an object with the keys ${listed([...value.entries.keys()])}`;
  }
  const kinds = new Set(value.items.map(({ kind }) => kind));
  const [only] = kinds;
  if (only === undefined) return 'an empty list';
  return `a list of ${value.items.length} ${kinds.size === 1 ? `${only}${value.items.length === 1 ? '' : 's'}` : 'values'}`;
}

/** Names for a message, at most 20 of them. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 20).map(shorten).join(', ');
  return names.length > 20 ? `${shown} and ${names.length - 20} more` : shown;
}

/** Text in quotation marks on one line, shortened. */
export function quote(text: string): string {
  return `"${shorten(text)}"`;
}

function shorten(text: string): string {
  const start = text.slice(0, 101).replace(/\s+/gu, ' ');
  return start.length > 100 ? `${start.slice(0, 99)}…` : start;
}
